import type { Artefact } from '../artefact';
import { existingAt } from '../existing';
import type { Granted } from './grant';

/** The resource that something else owns, or the objects in it, that a policy names by its ARN. */
export function existingGranted(resource: unknown, artefact: Artefact): Granted | undefined {
  const itself = existingAt(resource, artefact);
  if (itself) return { element: itself, what: 'itself' };
  const element = existingAt(resource, artefact, ({ identifier }) => `${identifier}/*`);
  return element && { element, what: 'objects' };
}
