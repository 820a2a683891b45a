import { check } from '../cloud/check';
import { load } from '../model/load';
import type { ParameterSource } from '../model/parameters';
import { resolve, type Resolved, type ResolveOptions } from '../model/resolve';
import { environmentSource } from '../settings/environment';

/**
 * Loads and resolves an architecture, or the one in a file, with given sources of parameters before those of the environment.
 * @throws ArchitectureError with every problem
 */
export const openArchitecture = (
  given: string | object,
  sources: readonly ParameterSource[],
  options: ResolveOptions = {},
): Resolved => resolve(load(given), [...sources, environmentSource()], { checks: check, ...options });
