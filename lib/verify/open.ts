import { check } from '../cloud/check';
import { load as loadPlain } from '../model/load';
import type { ParameterSource } from '../model/parameters';
import { resolve, type Resolved, type ResolveOptions } from '../model/resolve';
import type { Source } from '../model/source';
import { environmentSource } from '../settings/environment';

/** Options for opening an architecture. */
export interface OpenOptions extends ResolveOptions {
  /** Loads the architecture. @default a file relative to the working folder, or an object */
  readonly load?: (given: string | object) => Source;
}

/**
 * Loads and resolves an architecture, or the one in a file, with given sources of parameters before those of the environment.
 * @throws ArchitectureError with every problem
 */
export const openArchitecture = (
  given: string | object,
  sources: readonly ParameterSource[],
  { load = loadPlain, ...options }: OpenOptions = {},
): Resolved => resolve(load(given), [...sources, environmentSource()], { checks: check, ...options });
