import type { Json } from '../mutation/artefact';
import { namedIn, under, type Named } from './named';

/** Who has which role on what, a line each, from nothing but the artefact. */
export function grantsOnGcp(target: 'gcp-cdktf' | 'gcp-pulumi', artefact: Json): string[] {
  const all = namedIn(target, artefact);
  const ingress = new Map(
    all.flatMap(({ name, properties }) =>
      [...under(/^ingress_?settings$/i, properties)].map(([, value]) => [name, String(value)] as const),
    ),
  );
  return all.flatMap((resource) =>
    // How far everybody comes is a matter of the ingress.
    [...linesOf(resource)].map((line) =>
      line.replace(/^allUsers has .* on (.* function)$/, (whole, name: string) => `${whole} by ${ingress.get(name)}`),
    ),
  );
}

function* linesOf({ name, type, properties }: Named): Generator<string> {
  if (/custom_?role/i.test(type)) {
    for (const permission of properties.permissions) yield `${name} holds ${permission}`;
    return;
  }
  if (/iam_?member$/i.test(type)) return void (yield memberOf(properties));
  // Whole policies and bindings would take away what others give.
  if (/iam|acl|access_?control/i.test(type)) yield `${name} is of ${type}`;
  const identity = /^(?:service_?account(?:_?(?:email|name))?)$/i;
  for (const [place, account] of under(identity, properties)) yield `${name} ${place} acts as ${bare(account)}`;
  for (const [, off] of under(/^invoker_?iam_?disabled$/i, properties)) if (off) yield `anyone may call ${name}`;
  for (const [, acl] of under(/^(?:predefined_?acl|members?)$/i, properties))
    yield `${name} lets ${JSON.stringify(acl)}`;
}

const bare = (text: string): string => text.replace(/[<>]/g, '');

/** What a member says, and nothing besides. */
function memberOf(properties: Json): string {
  const { role, member, condition, location: _, depends_on: __, project, ...on } = properties;
  const [what = project === undefined ? 'nothing' : 'the project', ...others] = Object.values<Json>(on);
  const rest = others.length > 0 ? ` and ${JSON.stringify(others)}` : '';
  return `${who(member)} has ${bare(role)} on ${bare(what)}${when(condition)}${rest}`;
}

/** Google's own accounts have names of their own. */
const who = (member: string): string =>
  bare(
    member
      .replace(/^serviceAccount:service-<[^>]*[pP]roject[^>]*>@(gcp-sa-[\w-]+)\.iam\.gserviceaccount\.com$/, '$1')
      .replace(
        /^<(?:data\.google_storage_project_service_account|gcp:storage\/getProjectServiceAccount)[^>]*>$/,
        'storage',
      ),
  );

function when(condition: Json): string {
  if (condition === undefined) return '';
  const { expression, title: _, ...others } = [condition].flat()[0];
  const rest = Object.keys(others).length > 0 ? ` and ${JSON.stringify(others)}` : '';
  // The project is a variable to Terraform, and configuration to Pulumi.
  return ` if ${bare(expression.replace(/<(?:var\.project|gcp:project)>/, 'P'))}${rest}`;
}
