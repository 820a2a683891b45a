import { reservedParameterNames, type ParameterSource, type UnknownName } from '../model/parameters';
import { nearest } from '../model/nearest';

/** Looks up a key in an engine's context; undefined if it is missing. */
export type Lookup = (key: string) => unknown;

/**
 * Keys that look like a misspelled parameter without a value: an engine's context or configuration holds other keys too.
 *
 * @param keys every key of the source
 */
export function misspelled(
  keys: readonly string[],
  declared: readonly string[],
  isSet: (parameter: string) => boolean,
  from: (key: string) => string,
): readonly UnknownName[] {
  const unset = declared.filter((parameter) => !isSet(parameter));
  const others = keys.filter(
    (key) => !declared.includes(key) && !(reservedParameterNames as readonly string[]).includes(key),
  );
  return others.flatMap((key) => {
    const meant = nearest(key, unset);
    return meant === undefined ? [] : [{ from: from(key), severity: 'warning', hint: `did you mean ${meant}?` }];
  });
}

/**
 * Parameters from the context of CDK or CDKTF, which may have other keys too.
 *
 * @param keys every key of the context; without it, misspelled ones aren't found
 */
export function contextSource(
  engine: 'CDK' | 'CDKTF',
  lookup: Lookup,
  keys: () => readonly string[] = () => [],
): ParameterSource {
  const from = (parameter: string): string =>
    engine === 'CDK' ? `CDK context (-c ${parameter})` : `context ${parameter} in cdktf.json`;
  return {
    name: `${engine} context`,
    get(parameter) {
      const value = lookup(parameter);
      // Contexts are JSON; the engines' own lookup also finds what every object has, such as `toString`.
      if (typeof value === 'function') return undefined;
      return value === undefined || value === null ? undefined : { value, from: from(parameter) };
    },
    unknown(declared) {
      return misspelled(keys(), declared, (parameter) => this.get(parameter) !== undefined, from);
    },
  };
}
