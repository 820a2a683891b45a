import type { Artefact } from './artefact';
import { equal, isObject } from './resource';

/** Reads the hash of an archive's file; the recording has to have the same one. */
export const readArchive = (value: unknown, artefact: Artefact): { sha256: string } | undefined =>
  readFile('$archive', value, artefact);

/** Reads the hash of a file that is uploaded as it is. */
export const readAsset = (value: unknown, artefact: Artefact): { sha256: string } | undefined =>
  readFile('$asset', value, artefact);

function readFile(word: string, value: unknown, artefact: Artefact): { sha256: string } | undefined {
  const file = isObject(value) && isObject(value[word]) ? value[word] : {};
  const sha256 = typeof file['path'] === 'string' ? artefact.sha256(file['path']) : undefined;
  if (sha256 === undefined || !equal(value, { [word]: { path: file['path'], sha256 } })) return undefined;
  return { sha256 };
}
