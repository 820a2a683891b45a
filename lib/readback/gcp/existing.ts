import { splitElementId, type ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { existingAt } from '../existing';
import type { TypeName } from './dialect';

/** The kinds of elements whose own resource is of a type. */
const kinds: Readonly<Partial<Record<TypeName, readonly string[]>>> = {
  topic: ['queues', 'topics'],
  bucket: ['buckets'],
  secret: ['secrets'],
};

/** The element that something else owns, whose resource, of that type, a text names by its id or its last word. */
export const existingElementAt = (
  value: unknown,
  type: TypeName,
  attribute: string,
  artefact: Artefact,
): ElementId | undefined =>
  existingAt(value, artefact, ({ element, identifier }) => {
    if (!kinds[type]?.includes(splitElementId(element).kind)) return undefined;
    return attribute === 'id' ? identifier : identifier.split('/').at(-1);
  });
