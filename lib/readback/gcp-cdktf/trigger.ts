import type { TriggerFact } from '../../facts/trigger';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';

/** STUB: what invokes an element, in the model's words. */
export function readTriggers(_id: ElementId, _artefact: Artefact): readonly TriggerFact[] | undefined {
  return [];
}
