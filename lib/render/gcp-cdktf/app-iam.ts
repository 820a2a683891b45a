import { addressesIn, placeOf, type AppView, type Final } from './app-view';

/** A resource that grants roles: `google_pubsub_topic_iam_binding` is a `binding` on a `pubsub_topic`. */
interface Grant {
  readonly on: string;
  readonly is: 'member' | 'binding' | 'policy';
}

function grantOf(type: string): Grant | undefined {
  const [, on, is] = /^google_(\w+)_iam_(member|binding|policy)$/.exec(type) ?? [];
  if (on === undefined) return undefined;
  // Two spellings of one service.
  return { on: on === 'cloud_run_v2_service' ? 'cloud_run_service' : on, is: is as Grant['is'] };
}

const grantIn = ({ type }: Final): Grant => grantOf(type)!;
const isMember = (type: string): boolean => grantOf(type)?.is === 'member';
const isAuthoritative = (type: string): boolean => ['binding', 'policy'].includes(grantOf(type)?.is ?? '');

/**
 * Errors about bindings and policies of an app that remove members which the architecture adds.
 * @see https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/pubsub_topic_iam and its neighbors
 */
export function removedMembers(view: AppView): string[] {
  const authoritative = view.theirs(isAuthoritative);
  if (authoritative.length === 0) return [];
  const members = view.ours(isMember);
  return authoritative.flatMap((foreign) => {
    const removed = members.find((member) => removes(foreign, member));
    return removed ? [refusal(foreign, removed)] : [];
  });
}

function removes(foreign: Final, member: Final): boolean {
  const { on, is } = grantIn(foreign);
  if (on !== grantIn(member).on || !isOnSame(on, foreign, member)) return false;
  if (is === 'policy') return true;
  const { role, members } = foreign.properties;
  const isSame = role === member.properties['role'] && conditionOf(foreign) === conditionOf(member);
  const kept = Array.isArray(members) ? members.map(spelled) : [];
  return isSame && !kept.includes(spelled(member.properties['member']));
}

function isOnSame(on: string, foreign: Final, member: Final): boolean {
  if (on === 'project') return foreign.properties['project'] === member.properties['project'];
  const theirs = resourcesOf(foreign);
  return resourcesOf(member).some((address) => theirs.includes(address));
}

/** Properties that don't say what a grant is on. */
const others = ['//', 'condition', 'depends_on', 'lifecycle', 'member', 'members', 'policy_data', 'provider', 'role'];

const resourcesOf = ({ properties }: Final): readonly string[] =>
  addressesIn(Object.entries(properties).filter(([key]) => !others.includes(key)));

/** A condition as text. A binding is authoritative for its role together with its condition. */
function conditionOf({ properties: { condition } }: Final): string {
  const [only] = [condition].flat() as (Readonly<Record<string, unknown>> | null | undefined)[];
  return JSON.stringify([only?.['title'], only?.['expression']]);
}

/** A member as `serviceAccount:` and the address of its email. */
const spelled = (member: unknown): string =>
  String(member).replace(/^\$\{(google_service_account\.[\w-]+)\.member\}$/, 'serviceAccount:${$1.email}');

function refusal(foreign: Final, { owner, properties: { role } }: Final): string {
  const { on, is } = grantIn(foreign);
  const where = on === 'project' ? ' in the project' : '';
  const removed = is === 'binding' ? `all other members with ${String(role)}` : 'all other members of every role';
  const kept = is === 'binding' ? `, or list the member of ${owner} in it, too` : '';
  return (
    `${owner}: must keep ${String(role)}${where}, got the ${is} ${placeOf(foreign)}, which removes ${removed} ` +
    `(use google_${on}_iam_member, which only adds a member${kept})`
  );
}
