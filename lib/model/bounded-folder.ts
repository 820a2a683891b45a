import { opendirSync, type Dirent } from 'node:fs';
import { FileError, orFault } from './bounded-file';

/**
 * Lists the names in a folder, in no particular order.
 * @throws FileError if it isn't a folder, can't be read, or has more than `most` names
 */
export function namesBounded(folder: string, most: number): string[] {
  const names: string[] = [];
  for (const { name } of entriesIn(folder)) {
    if (names.push(name) > most) throw new FileError(folder, `must contain at most ${most} files and folders`);
  }
  return names;
}

/**
 * Reads the entries of a folder one at a time, in no particular order, so that the caller can stop at a bound.
 * @throws FileError if it isn't a folder, or can't be read
 */
export function* entriesIn(folder: string): Generator<Dirent> {
  const open = orFault(folder, () => opendirSync(folder));
  try {
    for (let entry = next(); entry !== null; entry = next()) yield entry;
  } finally {
    open.closeSync();
  }

  function next(): Dirent | null {
    return orFault(folder, () => open.readSync());
  }
}
