import { didYouMean } from './nearest';

/**
 * The longest name of an environment, in characters. The document of a foundation on Google Cloud,
 * `triptych-<architecture>-<env>-ground`, then has at most 63 characters, the limit of Parameter Manager:
 * https://cloud.google.com/secret-manager/parameter-manager/docs/quotas
 */
export const longestEnvironment = 16;

/** The names of environments, which stand in physical names as they are. */
export const environmentPattern = new RegExp(`^[a-z](?:[a-z0-9-]{0,${longestEnvironment - 2}}[a-z0-9])?$`);

/** The rule for names of environments, as errors state it. */
export const environmentForm = `must be 1 to ${longestEnvironment} lower-case letters, digits and hyphens, begin with a letter and not end with a hyphen`;

/** The environment that is the same as none: it has no part in names. */
export const defaultEnvironment = 'dev';

/** An environment that was chosen. */
export interface ChosenEnvironment {
  readonly name: string;
  /** The text of its source, such as `--env prod`. */
  readonly from: string;
  /**
   * True of a name from a command line, a variable, or an engine's context or configuration: without an overlay, it is
   * probably misspelled. The stack of a Pulumi project and the `env` of a program only name an environment.
   */
  readonly needsOverlay: boolean;
}

/** The environment's part in names; undefined for `dev` and for none. */
export const partInNames = (env: Pick<ChosenEnvironment, 'name'> | undefined): string | undefined =>
  env === undefined || env.name === defaultEnvironment ? undefined : env.name;

/** An architecture's name with the environment's part in names, for people: `shop (prod)`. */
export const inEnvironment = (architecture: string, env: string | undefined): string =>
  env === undefined ? architecture : `${architecture} (${env})`;

/** The end of an error about a name that isn't one of an environment; undefined if it is right. */
export function misnamedEnvironment(name: string): string | undefined {
  return environmentPattern.test(name) ? undefined : `${environmentForm}, got ${JSON.stringify(name)}`;
}

/** Advice about an environment without an overlay, with those that have one. */
export function hintForEnvironment(name: string, known: readonly string[], wanted: string, file: string): string {
  const meant = didYouMean(name, [defaultEnvironment, ...known]);
  if (meant !== undefined) return meant;
  const others = known.length > 0 ? `overlays beside ${file}: ${known.join(', ')}` : `${file} has no overlays`;
  return `${others}; create ${wanted}, which may be empty`;
}
