import type { Artefact } from '../artefact';

export function readFoundation(_artefact: Artefact): unknown {
  return undefined;
}
