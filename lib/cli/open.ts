import { codeWarnings } from '../cloud/archives';
import { formatProblem } from '../model/problem';
import type { Resolved, ResolveOptions } from '../model/resolve';
import { cloudOf } from '../model/target';
import { environmentSettings } from '../settings/environment';
import { flagSource, flagValues } from '../settings/flags';
import { openArchitecture } from '../verify/open';
import type { Request } from '../verify/verify';
import type { ArchitectureFlags } from './command';
import { printError } from './terminal';
import { UsageError } from './usage';

/**
 * Loads and resolves the architecture in a file, with parameters from the flags and the environment.
 * @throws ArchitectureError with every problem
 */
export const open = (file: string, flags: ArchitectureFlags, options: ResolveOptions = {}): Resolved =>
  openArchitecture(file, [requestOf(flags, {}).source], { targets: flags.targets, env: flags.env, ...options });

/** The flags of a command, as a request to verify an architecture. */
export function requestOf<More extends Partial<Request>>(
  { params, targets, env }: ArchitectureFlags,
  more: More,
): Omit<Request, keyof More> & More {
  try {
    return { targets, env, source: flagSource(params), parameters: flagValues(params), ...more };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** True if archives may stay empty, by the flag or by TRIPTYCH_WITHOUT_CODE. */
export const maySkipCode = ({ withoutCode }: ArchitectureFlags): boolean =>
  withoutCode || (environmentSettings().withoutCode ?? false);

/** Prints warnings on standard error, since they are no part of the answer. */
export function warn(resolved: Resolved): void {
  const clouds = [...new Set(resolved.architecture.targets.map(cloudOf))];
  const warnings = [...resolved.warnings, ...clouds.flatMap((cloud) => codeWarnings(resolved, cloud))];
  // The code for two clouds may be the same.
  for (const warning of new Set(warnings.map(formatProblem))) printError(warning);
}
