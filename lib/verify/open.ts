import { check } from '../cloud/check';
import type { ChosenEnvironment } from '../model/environment';
import { load as loadPlain, type LoadOptions } from '../model/load';
import type { ParameterSource } from '../model/parameters';
import { resolve, type Resolved, type ResolveOptions } from '../model/resolve';
import type { Source } from '../model/source';
import { environmentSource } from '../settings/environment';

/** Loads an architecture in an environment. */
export type LoadGiven = (given: string | object, options: Pick<LoadOptions, 'env'>) => Source;

/** Options for opening an architecture. */
export interface OpenOptions extends ResolveOptions {
  /** Loads the architecture. @default a file relative to the working folder, or an object */
  readonly load?: LoadGiven;
  /** The environment. @default none, as for `dev` */
  readonly env?: ChosenEnvironment | undefined;
}

/**
 * Loads and resolves an architecture, or the one in a file, with given sources of parameters before those of the environment.
 * @throws ArchitectureError with every problem
 */
export const openArchitecture = (
  given: string | object,
  sources: readonly ParameterSource[],
  { load = loadPlain, env, ...options }: OpenOptions = {},
): Resolved =>
  resolve(load(given, env ? { env } : {}), [...sources, environmentSource()], { checks: check, ...options });
