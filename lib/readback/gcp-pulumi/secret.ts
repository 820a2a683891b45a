import type { SecretFact } from '../../facts/secret';
import type { Artefact } from '../artefact';

export function readSecret(_name: string, _artefact: Artefact): Partial<SecretFact> | undefined {
  return undefined;
}
