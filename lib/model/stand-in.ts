import type { $ZodIssue } from 'zod/v4/core';
import { architectureSpec } from './architecture';
import type { ParameterSpec, ParameterValue } from './parameters';
import type { Path } from './problem';
import { boundsOf, schemasAt } from './schema';

/** A value of a type: what a parameter without a value is checked with. */
export const sampleOf = (type: ParameterSpec['type']): ParameterValue =>
  ({ string: 'sample', number: 1, boolean: true })[type];

/** Whether an issue at a sample's place would be there for every other value of its type. */
export function isAboutType(issue: $ZodIssue, sample: ParameterValue): boolean {
  if (issue.code === 'invalid_type') return true;
  if (issue.code === 'invalid_value') return !issue.values.some((value) => typeof value === typeof sample);
  return (
    issue.code === 'invalid_union' && issue.errors.every((issues) => issues.some((one) => isAboutType(one, sample)))
  );
}

/** A value that a field allows, so that the rest of an architecture can be looked at. */
export function standInFor(path: Path, sample: ParameterValue): ParameterValue {
  for (const schema of schemasAt(architectureSpec, path)) {
    const { def } = schema._zod;
    if (def.type === 'enum') return Object.values(def.entries)[0] as ParameterValue;
    if (def.type === 'literal') return def.values[0] as ParameterValue;
    if (def.type === 'string' && 'format' in def && def.format === 'cidrv4') return '0.0.0.0/0';
    if (def.type === 'number' && typeof sample === 'number') return Math.max(boundsOf(schema).minimum ?? 1, 1);
  }
  return sample;
}
