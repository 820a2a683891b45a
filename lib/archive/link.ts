import { realpathSync, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { CodeError } from './error';

/** True if `path` is `folder` or inside it. Both are real paths. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}

/**
 * Follows a symbolic link to its final target.
 *
 * @throws CodeError if the target doesn't exist, or is outside of `boundary`
 */
export function follow(link: string, shown: string, boundary: string, folder = "the architecture's folder"): string {
  let real: string;
  try {
    real = realpathSync(link);
  } catch (error) {
    const circle = (error as NodeJS.ErrnoException).code === 'ELOOP';
    throw new CodeError(
      `"${shown}" is a link ${circle ? 'to itself' : 'to a path that does not exist'}`,
      'correct it, or exclude it in .triptychignore',
    );
  }
  if (!isInside(real, boundary)) {
    throw new CodeError(
      `"${shown}" is a link to a path outside of ${folder}`,
      `archives contain only files inside ${folder}; replace the link with a copy, or exclude it in .triptychignore`,
    );
  }
  return real;
}

/**
 * Text of a link to `target` that works wherever the archive is unpacked. Every link is relative, and leads to its final
 * target: one that passes through an excluded link would lead nowhere.
 */
export const linkText = (link: string, target: string): string =>
  (relative(realpathSync(dirname(link)), target) || '.').split(sep).join('/');

/** Files of an archive with all folders above them. */
export function placesOf(files: readonly string[]): ReadonlySet<string> {
  const places = new Set(['', ...files]);
  for (const file of files) {
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
      const folder = file.slice(0, end);
      if (places.has(folder)) break;
      places.add(folder);
    }
  }
  return places;
}

/**
 * Checks that a link to `target`, a path within the archive, leads somewhere once the archive is unpacked.
 * @throws CodeError if the archive doesn't contain the target
 */
export function checkTarget(shown: string, target: string, places: ReadonlySet<string>): void {
  if (places.has(target)) return;
  throw new CodeError(
    `"${shown}" is a link to "${target}", which isn't in the archive`,
    'exclude the link in .triptychignore too, or include its target',
  );
}

/** True if a link's target is a folder. */
export const isFolder = (target: string): boolean => statSync(target).isDirectory();
