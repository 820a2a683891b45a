import type { $ZodType } from 'zod/v4/core';
import { architectureSpec } from '../model/architecture';
import { later } from '../model/not-yet';
import { alternatives } from '../model/schema';
import { cloudOf, clouds, targets, type Target } from '../model/target';
import { rules } from './judge';
import type { Is, Rule } from './rule';

/** Support for a field on a target, or for some of its values. */
export interface SupportEntry {
  /** The field, without an element's name: `functions.architecture`. */
  readonly path: string;
  /** The values to which the entry applies; absent: those that no other entry names. */
  readonly value?: string;
  readonly target: Target;
  readonly is: Is;
  /** The result of an approximation, in words; absent otherwise. */
  readonly becomes?: string;
  /** Absent: exact. */
  readonly reason?: string;
}

/** Fields about the architecture's file or for its readers, which no cloud renders. */
export const saidToPeople = ['description', 'divergences', 'parameters', 'targets'];

/** The whole table: every field of the model on every target. */
export function supportEntries(): SupportEntry[] {
  const ruled = Object.values(rules).flat() as readonly Rule<unknown>[];
  const fields = fieldsOf(architectureSpec, []).filter((path) => !saidToPeople.includes(path.split('.')[0]!));
  return targets.flatMap((target) => [
    ...fields.filter((path) => isFor(target, path)).flatMap((path) => entriesOf(path, target, ruled)),
    ...later.flatMap(({ path, value }) =>
      laterPaths(path).map((field): SupportEntry => ({
        path: field,
        ...(value !== undefined && { value: value.startsWith('!') ? 'other texts' : value }),
        target,
        is: 'refused',
        reason: 'not supported yet',
      })),
    ),
  ]);
}

/** True of a field that isn't another cloud's, as `foundation.aws.rolePath` is. */
const isFor = (target: Target, path: string): boolean =>
  !clouds.some((cloud) => cloud !== cloudOf(target) && path.split('.').includes(cloud));

/** The entries of a field: those of its rules, and an exact one for the values to which no rule applies. */
function entriesOf(path: string, target: Target, ruled: readonly Rule<unknown>[]): SupportEntry[] {
  // A rule about a map speaks of every field in it.
  const mine = ruled.filter((rule) => rule.on.includes(target) && `${path}.`.startsWith(`${rule.path}.`));
  const said = mine.map(({ value, is, becomes, reason }): SupportEntry => ({
    path,
    ...(value !== undefined && { value }),
    target,
    is,
    ...(becomes && { becomes: becomes.text }),
    reason,
  }));
  // A rule without a value speaks of all values.
  return mine.some(({ value }) => value === undefined) ? said : [{ path, target, is: 'exact' }, ...said];
}

/** Every field that holds a value, or a map of values; elements' names are left out. */
function fieldsOf(schema: $ZodType, path: readonly string[]): string[] {
  const found = alternatives(schema).flatMap((one) => {
    const { def } = one._zod;
    // A strategy is one cell of the table: what a target does with it, it does with all of it.
    if (path.at(-2) === 'coldStart') return [path.join('.')];
    // What each cloud has in its own form is one cell as well: a network that exists already, a certificate.
    if (def.type === 'object' && isPerCloud(Object.keys(def.shape))) return [path.join('.')];
    // A topic of the architecture's own has no fields, so only one that exists already has a row.
    if (def.type === 'object' && Object.keys(def.shape).length === 0 && path.length === 1) return [];
    if (def.type === 'object' && Object.keys(def.shape).length > 0)
      return Object.entries(def.shape).flatMap(([key, child]) => fieldsOf(child, [...path, key]));
    // The name of an element is no field; a map below one is.
    if (def.type === 'record' && path.length === 1 && isMapOfElements(def.valueType))
      return fieldsOf(def.valueType, path);
    return [path.join('.')];
  });
  return [...new Set(found.map(withoutClouds))];
}

const isPerCloud = (keys: readonly string[]): boolean =>
  keys.length > 0 && keys.every((key) => (clouds as readonly string[]).includes(key));

const isMapOfElements = (schema: $ZodType): boolean =>
  alternatives(schema).some(({ _zod }) => _zod.def.type === 'object');

/** `{aws, gcp}` is one value with two ways to write it. */
const withoutClouds = (path: string): string => path.replace(new RegExp(`\\.(${clouds.join('|')})$`), '');

/** `functions/<name>/triggers` → `functions.triggers`; what two kinds have in common is said of both. */
function laterPaths(path: string): string[] {
  const words = path.split('/');
  const fields = words.filter((word) => word !== '*').join('.');
  return words[0] === '*' ? [`functions.${fields}`, `services.${fields}`] : [fields];
}
