import type { Parameters } from './parameter-values';
import { howToSet } from './parameters';
import { formatPath, type Finding } from './problem';
import type { Substituted } from './substitute';

/** The largest number of places that a warning lists. */
const mostListed = 3;

/**
 * Warns of parameters that nobody gave a value, and that aren't `optional`: what they stand for is left out, which a
 * misspelled name in an engine's context would do as well. A required field without a value is an error.
 */
export function unsetParameters({ specs, values }: Parameters, { unset }: Substituted): readonly Finding[] {
  return [...specs].flatMap(([name, { optional }]): Finding[] => {
    if (optional || values.has(name)) return [];
    const places = [...unset.values()].filter(({ parameter }) => parameter === name).map(({ path }) => path);
    const listed = places.slice(0, mostListed).map(formatPath);
    const more = places.length > mostListed ? ` and ${places.length - mostListed} more` : '';
    const effect =
      listed.length > 0 ? `, so ${listed.join(', ')}${more} ${places.length > 1 ? 'are' : 'is'} left out` : '';
    return [
      {
        severity: 'warning',
        path: ['parameters', name],
        at: 'key',
        message: `has no value${effect}`,
        hint: `${howToSet(name)}, or declare it with optional: true`,
      },
    ];
  });
}
