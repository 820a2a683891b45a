import type { ParameterSource } from '../model/parameters';

/** Looks up a key in an engine's context; undefined if it is missing. */
export type Lookup = (key: string) => unknown;

/** Parameters from the context of CDK or CDKTF, which may have other keys too. */
export function contextSource(engine: 'CDK' | 'CDKTF', lookup: Lookup): ParameterSource {
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
  };
}
