import { check } from '../cloud/check';
import { load } from '../model/load';
import type { ParameterSource } from '../model/parameters';
import { formatProblem } from '../model/problem';
import { resolve, type Resolved, type ResolveOptions } from '../model/resolve';
import { environmentSettings, environmentSource } from '../settings/environment';
import { flagSource } from '../settings/flags';
import type { ArchitectureFlags } from './command';
import { printError } from './terminal';
import { UsageError } from './usage';

/**
 * Loads and resolves the architecture in a file, as the flags and the environment say.
 * @throws ArchitectureError with everything that is wrong
 */
export function open(file: string, { params, targets }: ArchitectureFlags, options: ResolveOptions = {}): Resolved {
  return resolve(load(file), [flags(params), environmentSource()], { targets, checks: check, ...options });
}

/** Whether code may be left out: as the flag says, or else the environment. */
export const maySkipCode = ({ withoutCode }: ArchitectureFlags): boolean =>
  withoutCode || (environmentSettings().withoutCode ?? false);

/** Warnings go to the side: they are no part of what a command answers. */
export function warn({ warnings }: Resolved): void {
  for (const warning of warnings) printError(formatProblem(warning));
}

function flags(params: readonly string[]): ParameterSource {
  try {
    return flagSource(params);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
