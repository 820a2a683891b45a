import { TerraformStack, Token } from 'cdktf';
import type { Construct } from 'constructs';
import { AppView, placeOf, type Final } from './app-view';

/** An architecture in an app. */
interface Placed {
  readonly scope: Construct;
  readonly project: string;
}

const registered = new WeakMap<object, Placed[]>();

/** Remembers the architectures of an app. */
export function register(scope: Construct, project: string): void {
  const { root } = scope.node;
  registered.set(root, [...(registered.get(root) ?? []), { scope, project }]);
}

/** Properties with the name that a project has once, by type. */
const names: Readonly<Record<string, string>> = {
  google_firestore_database: 'name',
  google_pubsub_topic: 'name',
  google_secret_manager_secret: 'secret_id',
  google_service_account: 'account_id',
  google_storage_bucket: 'name',
};

/**
 * An error about another architecture of the app in the same project that has the same names, which Google Cloud refuses
 * at the deployment.
 */
export function sameNames(view: AppView, { scope, project }: Placed): string[] {
  const twins = (registered.get(scope.node.root) ?? []).filter(
    (one) => one.scope !== scope && isSame(one, scope, project),
  );
  if (twins.length === 0) return [];
  const own = namesIn(view);
  return twins.flatMap(({ scope: other }) => {
    const [name, clash] = [...namesIn(new AppView(other))].find(([key]) => own.has(key)) ?? [];
    const ours = name === undefined ? undefined : own.get(name);
    return ours && clash ? [refusal(ours, clash, other)] : [];
  });
}

/** Tests that two architectures are in one project: an expression means the same only within a stack. */
const isSame = (one: Placed, scope: Construct, project: string): boolean =>
  one.project === project && (TerraformStack.of(one.scope) === TerraformStack.of(scope) || isLiteral(project));

const isLiteral = (text: string): boolean => !Token.isUnresolved(text) && !text.includes('${');

const namesIn = (view: AppView): Map<string, Final> =>
  new Map(
    view
      .ours((type) => Object.hasOwn(names, type))
      .map((final) => [`${final.type} ${String(final.properties[names[final.type]!])}`, final]),
  );

const refusal = (ours: Final, clash: Final, other: Construct): string =>
  `${ours.owner}: must have names of its own in the project, got the same ones as ${placeOf(clash)} of ${other.node.path} ` +
  '(give one of them another env, or use another project)';
