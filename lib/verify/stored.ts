import { check } from '../cloud/check';
import { load } from '../model/load';
import { resolve, type Resolved } from '../model/resolve';
import type { Target } from '../model/target';
import { ArtefactError } from '../readback/error';
import type { Found } from '../readback/found';
import type { Stored } from '../readback/stored';
import { knownEnvironment } from '../settings/chosen';
import { mapSource } from '../settings/flags';
import { engineValueSource } from './engine-values';

/**
 * The architecture that an app gave to its engine, with the parameters that it had then.
 * @throws ArtefactError if the artifacts don't have it
 * @throws ArchitectureError with every problem
 */
export function openStored(found: Found, target: Target, from: string): { resolved: Resolved; stored: Stored } {
  const stored = found.stored();
  if (!stored)
    throw new ArtefactError(
      from,
      `has no stored architecture for ${found.path}: run the app with this version of triptych-iac, or name the FILE`,
    );
  const values = new Map(Object.entries(stored.parameters));
  const parameters = mapSource(stored.from, values, (name) => `parameters.${name} in ${stored.from}`);
  const env = knownEnvironment(found.env, 'the stamp');
  const source = { ...load(stored.architecture, env ? { env } : {}), directory: stored.directory };
  return {
    resolved: resolve(source, [parameters, engineValueSource(target, [found])], { targets: [target], checks: check }),
    stored,
  };
}
