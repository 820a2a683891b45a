import type { WithEnvironment } from '../model/text';
import type { Finding, Path } from '../model/problem';

/** Element with environment variables, of which some hold secrets. */
export interface WithVariables extends WithEnvironment {
  readonly secrets: Readonly<Record<string, string>>;
}

/** An environment variable of an element, and the place of its name. */
export interface Variable {
  readonly name: string;
  readonly path: Path;
}

/** The environment variables of an element, those that hold secrets included. */
export const variablesOf = (path: Path, spec: WithVariables): Variable[] =>
  (['environment', 'secrets'] as const).flatMap((field) =>
    Object.keys(spec[field]).map((name) => ({ name, path: [...path, field, name] })),
  );

/** Finding about an environment variable whose name a service of an asked cloud reserves. */
export const reservedBy = (service: string, { path }: Variable, hint = 'choose another name'): Finding => ({
  path,
  at: 'key',
  message: `is reserved by ${service}`,
  hint,
});
