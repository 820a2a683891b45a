import type { ServiceFact } from '../../facts/service';
import type { Artefact } from '../artefact';

export function readService(_name: string, _artefact: Artefact): Partial<ServiceFact> | undefined {
  return undefined;
}
