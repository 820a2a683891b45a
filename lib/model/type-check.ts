import type { $ZodIssue } from 'zod/v4/core';
import { architectureSpec } from './architecture';
import { describeIssue, findingsOf } from './issue';
import type { ParameterSpec, ParameterValue } from './parameters';
import { formatPath, type Finding } from './problem';
import { declaredAt, isOptional } from './schema';
import { valueAt } from './source';
import type { Substituted } from './substitute';

/** A value of a type: what a parameter without a value is checked with. */
export const sampleOf = (type: ParameterSpec['type']): ParameterValue =>
  ({ string: 'sample', number: 1, boolean: true })[type];

/**
 * Checks the types of parameters without values, in a tree in which each has a sample of its type.
 *
 * - `memoryMiB: ${parameters.size}` with `size` a string: an error, since no string is a number.
 * - The same with `size` a number: nothing, although the sample, 1, is too small.
 * - `schedule: ${parameters.when}` with `when` a string: a warning, since not every string is a schedule.
 */
export function checkTypes({ tree, unset }: Substituted, specs: ReadonlyMap<string, ParameterSpec>): Finding[] {
  const parsed = architectureSpec.safeParse(tree, { error: describeIssue });
  return (parsed.error?.issues ?? [])
    .flatMap((issue) => findingsOf(issue, architectureSpec, tree))
    .flatMap(({ hint: _, issue, ...finding }): Finding[] => {
      const { parameter } = unset.get(formatPath(finding.path)) ?? {};
      if (parameter === undefined) return [];
      const { type } = specs.get(parameter)!;
      const sample = sampleOf(type);
      if (isAboutType(issue, sample)) {
        // Nobody wrote the sample that was found.
        const message = finding.message.replace(/, got .*$/s, '');
        return [{ ...finding, message, hint: `parameter ${parameter} is a ${type}` }];
      }
      const isThere = valueAt(tree, finding.path) !== sample || isRequired(finding);
      return isAboutForm(issue) && isThere ? [unchecked(finding, parameter)] : [];
    });
}

/** True where an issue with a sample would be there for every other value of its type. */
function isAboutType(issue: $ZodIssue, sample: ParameterValue): boolean {
  if (issue.code === 'invalid_type') return true;
  if (issue.code === 'invalid_value') return !issue.values.some((value) => typeof value === typeof sample);
  return (
    issue.code === 'invalid_union' && issue.errors.every((issues) => issues.some((one) => isAboutType(one, sample)))
  );
}

const isAboutForm = ({ code }: $ZodIssue): boolean => code === 'invalid_format' || code === 'custom';

const isRequired = ({ path }: Finding): boolean =>
  declaredAt(architectureSpec, path).some((schema) => !isOptional(schema));

const unchecked = ({ path }: Finding, parameter: string): Finding => ({
  severity: 'warning',
  path,
  message: `can't be checked until parameter ${parameter} has a value`,
});
