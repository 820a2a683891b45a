import { nearest } from '../model/nearest';
import { variableOf, type ParameterSource } from '../model/parameters';
import { ArchitectureError } from '../model/problem';

/** Variables with the prefix `TRIPTYCH_` that are not parameters. */
export const reservedVariables = ['TRIPTYCH_ARCHITECTURE', 'TRIPTYCH_WITHOUT_CODE', 'TRIPTYCH_ENV'] as const;

/** The environment variables of a process. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** Parameters from variables: `TRIPTYCH_` and the name in CONSTANT_CASE. A variable without a parameter is a warning. */
export function environmentSource(variables: Variables = process.env): ParameterSource {
  return {
    name: 'environment',
    get(parameter) {
      const from = variableOf(parameter);
      const value = variables[from];
      return value === undefined ? undefined : { value, from };
    },
    unknown(declared) {
      const known = new Set<string>([...reservedVariables, ...declared.map(variableOf)]);
      return Object.keys(variables)
        .filter((name) => name.startsWith('TRIPTYCH_') && !known.has(name))
        .sort()
        .map((from) => {
          const meant = nearest(from, known);
          return { from, severity: 'warning' as const, ...(meant ? { hint: `did you mean ${meant}?` } : {}) };
        });
    },
  };
}

/** Settings from the environment other than parameters; an empty variable is unset. */
export interface EnvironmentSettings {
  /** The architecture's file. @default the program decides */
  readonly architecture?: string;
  /** Makes empty archives for code that isn't built. @default the program decides */
  readonly withoutCode?: boolean;
  /** The environment, such as `prod`. @default none */
  readonly env?: string;
}

/**
 * Reads `TRIPTYCH_ARCHITECTURE`, `TRIPTYCH_WITHOUT_CODE` (`true` or `false`) and `TRIPTYCH_ENV`.
 * @throws ArchitectureError if `TRIPTYCH_WITHOUT_CODE` is neither
 */
export function environmentSettings(variables: Variables = process.env): EnvironmentSettings {
  const architecture = variables['TRIPTYCH_ARCHITECTURE'];
  const env = variables['TRIPTYCH_ENV'];
  const withoutCode = readFlag(variables['TRIPTYCH_WITHOUT_CODE'], 'TRIPTYCH_WITHOUT_CODE');
  return {
    ...(architecture ? { architecture } : {}),
    ...(withoutCode === undefined ? {} : { withoutCode }),
    ...(env ? { env } : {}),
  };
}

/**
 * Reads a setting that is true or false, as text or as a boolean; undefined if it is unset.
 * @throws ArchitectureError with the source of the setting, if it is anything else
 */
export function readFlag(value: unknown, from: string): boolean | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  const message = `must be true or false, got ${JSON.stringify(value)}`;
  throw new ArchitectureError([{ severity: 'error', path: from, message }]);
}
