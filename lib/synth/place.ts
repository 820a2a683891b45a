import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { FolderError } from './folder-error';

/**
 * The folder itself, if a link leads to it.
 * @throws FolderError if the link leads nowhere
 */
export function placeOf(folder: string): string {
  const place = resolve(folder);
  const isDangling = !existsSync(place) && lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isDangling) throw new FolderError(folder, 'is a broken link');
  return real(place);
}

/** A path with its links followed, as far as it exists. */
export function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return path === dirname(path) ? path : join(real(dirname(path)), basename(path));
}
