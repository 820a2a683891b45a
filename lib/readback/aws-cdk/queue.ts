import type { QueueFact } from '../../facts/queue';
import type { Artefact } from '../artefact';

export function readQueue(_name: string, _artefact: Artefact): Partial<QueueFact> | undefined {
  return undefined;
}
