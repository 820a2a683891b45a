import { opendirSync, type Dirent } from 'node:fs';
import { FileError, orFault } from './bounded-file';

/**
 * Lists the names in a folder, in no particular order.
 * @throws FileError if it isn't a folder, can't be read, or has more than `most` names
 */
export function namesBounded(folder: string, most: number): string[] {
  const entries = orFault(folder, () => firstIn(folder, most + 1));
  if (entries.length > most) throw new FileError(folder, `must contain at most ${most} files and folders`);
  return entries.map(({ name }) => name);
}

/**
 * Reads the entries of a folder, in no particular order, and stops after `most` of them: a caller with a bound asks for
 * one more than that. Errors of the system are thrown as they are.
 */
export function firstIn(folder: string, most: number): Dirent[] {
  const entries: Dirent[] = [];
  const open = opendirSync(folder, { bufferSize: 256 });
  try {
    while (entries.length < most) {
      const entry = open.readSync();
      if (entry === null) break;
      entries.push(entry);
    }
  } finally {
    open.closeSync();
  }
  return entries;
}
