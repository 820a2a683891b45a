import type { Artefact } from './artefact';
import { equal, isObject } from './resource';

/** Reads the hash of an archive's file; the recording has to have the same one. */
export function readArchive(value: unknown, artefact: Artefact): { sha256: string } | undefined {
  const archive = isObject(value) && isObject(value['$archive']) ? value['$archive'] : {};
  const sha256 = typeof archive['path'] === 'string' ? artefact.sha256(archive['path']) : undefined;
  if (sha256 === undefined || !equal(value, { $archive: { path: archive['path'], sha256 } })) return undefined;
  return { sha256 };
}
