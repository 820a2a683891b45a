import { TerraformResource, type TerraformResourceLifecycle } from 'cdktf';
import type { Construct } from 'constructs';
import { retained, type Doubt } from './app-data';
import type { AppView, Final } from './app-view';

/** The lifecycles of an architecture's resources as they were rendered. */
export type Lifecycles = ReadonlyMap<TerraformResource, TerraformResourceLifecycle | undefined>;

/** Remembers lifecycles before an app changes them. */
export const lifecyclesOf = (scope: Construct): Lifecycles =>
  new Map(
    scope.node
      .findAll()
      .filter((one): one is TerraformResource => TerraformResource.isTerraformResource(one))
      .map((one) => [one, one.lifecycle]),
  );

/** Types that a deployment replaces, such as the archive of a new version of the code. */
const replaced: Readonly<Record<string, string>> = {
  google_parameter_manager_parameter_version: 'a change of the foundation',
  google_storage_bucket_object: 'a change of the code',
  time_sleep: 'a change of the roles that it waits for',
};

/**
 * Lifecycles that an app changed: CDKTF replaces the whole block where it is assigned.
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
 */
export function changedLifecycles(view: AppView, before: Lifecycles): Doubt[] {
  const rendered = [...before].filter(([, lifecycle]) => lifecycle).map(([one]) => one.terraformResourceType);
  const types = new Set([...rendered, ...Object.keys(replaced)]);
  return view.ours((type) => types.has(type)).flatMap((at) => doubtsOf(at, before.get(at.construct)));
}

function doubtsOf(at: Final, rendered: TerraformResourceLifecycle = {}): Doubt[] {
  const { prevent_destroy: isKept = false, ignore_changes: ignored } = lifecycleIn(at);
  const ignores = ignored === 'all' ? undefined : rendered.ignoreChanges;
  const missing = Array.isArray(ignores)
    ? (ignores as string[]).filter((one) => !Array.isArray(ignored) || !ignored.includes(one))
    : [];
  return [
    ...(rendered.preventDestroy && isKept !== true ? [retained(`prevent_destroy: ${JSON.stringify(isKept)}`)] : []),
    ...(isKept === true && Object.hasOwn(replaced, at.type)
      ? [
          `has prevent_destroy on ${at.address}, which ${replaced[at.type]!} replaces, so Terraform refuses that deployment ` +
            '(leave resources of this type out)',
        ]
      : []),
    ...(missing.length > 0
      ? [
          `has a lifecycle without ignore_changes of ${missing.join(' and ')}, so each deployment sets it again ` +
            `(keep ignoreChanges: ${JSON.stringify(ignores)} in the lifecycle)`,
        ]
      : []),
  ].map((message) => ({ at, message }));
}

function lifecycleIn({ properties: { lifecycle } }: Final): Readonly<Record<string, unknown>> {
  const [block] = [lifecycle].flat() as (Readonly<Record<string, unknown>> | undefined)[];
  return block ?? {};
}
