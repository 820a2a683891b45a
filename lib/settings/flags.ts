import { didYouMean } from '../model/nearest';
import type { ParameterSource } from '../model/parameters';

/**
 * Parameters from `--param name=value` flags. The last flag for a name wins.
 * @throws Error if one isn't `name=value`
 */
export function flagSource(flags: readonly string[]): ParameterSource {
  const values = new Map(flags.map(splitFlag));
  return mapSource('--param', values, (name) => `--param ${name}`);
}

/**
 * The values in `--param name=value` flags, by name.
 * @throws Error if one isn't `name=value`
 */
export const flagValues = (flags: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(flags.map(splitFlag));

/** Parameters from the props of a program; undefined is unset. Values may be an engine's own. */
export function propSource(parameters: Readonly<Record<string, unknown>> = {}): ParameterSource {
  const values = new Map<string, unknown>(Object.entries(parameters).filter(([, value]) => value !== undefined));
  return mapSource('parameters', values, (name) => `parameters.${name} in the props`);
}

function splitFlag(flag: string): [string, unknown] {
  const equals = flag.indexOf('=');
  if (equals < 1) throw new Error(`--param: must be <name>=<value>, got ${JSON.stringify(flag)}`);
  return [flag.slice(0, equals), flag.slice(equals + 1)];
}

/** Parameters from a map; `from` says where the value of a name comes from. A name without a parameter is an error. */
export function mapSource(
  name: string,
  values: ReadonlyMap<string, unknown>,
  from: (name: string) => string,
): ParameterSource {
  return {
    name,
    get: (parameter) => (values.has(parameter) ? { value: values.get(parameter), from: from(parameter) } : undefined),
    unknown: (declared) =>
      [...values.keys()]
        .filter((given) => !declared.includes(given))
        .map((given) => {
          const hint = didYouMean(given, declared);
          return { from: from(given), severity: 'error' as const, ...(hint ? { hint } : {}) };
        }),
  };
}
