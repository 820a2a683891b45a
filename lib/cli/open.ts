import { codeWarnings } from '../cloud/archives';
import { check } from '../cloud/check';
import { load } from '../model/load';
import type { ParameterSource } from '../model/parameters';
import { formatProblem } from '../model/problem';
import { resolve, type Resolved, type ResolveOptions } from '../model/resolve';
import { cloudOf } from '../model/target';
import { environmentSettings, environmentSource } from '../settings/environment';
import { flagSource } from '../settings/flags';
import type { ArchitectureFlags } from './command';
import { printError } from './terminal';
import { UsageError } from './usage';

/**
 * Loads and resolves the architecture in a file, with parameters from the flags and the environment.
 * @throws ArchitectureError with every problem
 */
export function open(file: string, { params, targets }: ArchitectureFlags, options: ResolveOptions = {}): Resolved {
  return resolve(load(file), [flags(params), environmentSource()], { targets, checks: check, ...options });
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

function flags(params: readonly string[]): ParameterSource {
  try {
    return flagSource(params);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
