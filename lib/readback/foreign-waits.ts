import type { Scope } from './artefact';
import { isMade } from './made';
import { isObject, type Resource, type Path } from './resource';
import { readingsOf } from './side';

/** The path to the resources that a resource waits for, on each engine. */
export const waits: readonly Path[] = [['DependsOn'], ['depends_on'], ['options', 'dependsOn']];

/**
 * Resources as a scope judges them. In an app, a resource of the architecture may wait for one of the app's own, or for
 * one that an engine added to an element, such as CDK's policy for a grant: that only changes the order of a
 * deployment.
 */
export function inScope(resources: readonly Resource[], scope: Scope): readonly Resource[] {
  if (scope === 'whole') return resources;
  const foreign = new Set(resources.filter(isForeign).map(({ address }) => address));
  return resources.map((resource) => {
    const properties = waits.reduce<unknown>((value, path) => without(value, path, foreign) ?? {}, resource.properties);
    return properties === resource.properties ? resource : resource.with(properties);
  });
}

/** Tests that a resource is none of the parts that an architecture has. */
const isForeign = (resource: Resource): boolean =>
  resource.owner !== 'outputs' && (resource.owner === undefined || readingsOf(resource).length === 0);

/** A value without some addresses in the list at a path, and without an empty list that this leaves. */
function without(value: unknown, [key, ...rest]: Path, foreign: ReadonlySet<string>): unknown {
  if (key === undefined || !isObject(value) || isMade(value) || !Object.hasOwn(value, key)) return value;
  const { [key]: child, ...others } = value;
  if (rest.length > 0) {
    const left = without(child, rest, foreign);
    return left === child ? value : { ...others, ...(left !== undefined && { [key]: left }) };
  }
  if (!Array.isArray(child)) return value;
  const left = child.filter((address) => typeof address !== 'string' || !foreign.has(address));
  if (left.length === child.length) return value;
  const whole = { ...others, ...(left.length > 0 && { [key]: left }) };
  return Object.keys(whole).length > 0 ? whole : undefined;
}
