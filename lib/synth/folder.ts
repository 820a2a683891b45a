import { statSync, type Stats } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { firstIn } from '../disk/bounded-folder';
import { FolderError } from './folder-error';
import { manifestIn } from './manifest';
import { placeOf, real } from './place';
import { orUnwritable } from './unwritable';

/** The files and folders that must not be replaced, or mixed with artifacts. */
export interface Needed {
  /** The folder of the architecture's file. */
  readonly directory: string;
  /** The folders of code that become archives. */
  readonly code: readonly string[];
}

/**
 * Makes sure that a folder may be replaced: it is absent, empty, or one of ours, nothing that is needed lies in it, and
 * it doesn't lie in code, which would then hold it. A shell whose working folder was replaced would be nowhere.
 * @throws FolderError that says why not
 */
export function checkFolder(folder: string, needed: Needed): void {
  orUnwritable(folder, () => check(folder, needed));
}

function check(folder: string, { directory, code }: Needed): void {
  const place = placeOf(folder);
  for (const one of [directory, ...code].map((path) => real(resolve(path)))) {
    if (one === place || one.startsWith(place + sep)) {
      const held = relative(process.cwd(), one) || '.';
      throw new FolderError(folder, `would be replaced, but contains ${held}: choose another folder`);
    }
  }
  const here = process.cwd();
  if (here === place || here.startsWith(place + sep))
    throw new FolderError(
      folder,
      'would be replaced, but is the working folder or above it: choose a folder in it, or run this from another folder',
    );
  const around = code.find((path) => place.startsWith(real(resolve(path)) + sep));
  if (around)
    throw new FolderError(
      folder,
      `is inside ${relative(process.cwd(), around)}, which contains code: choose another folder`,
    );
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) throw new FolderError(folder, 'is a file, must be a folder');
  checkOwner(folder, found, statSync(dirname(place)));
  if (firstIn(place, 1).length > 0 && !manifestIn(place)) {
    throw new FolderError(
      folder,
      "contains files that triptych synth didn't write: choose another folder, or empty it",
    );
  }
}

/**
 * Refuses a folder of another user where only owners may move it: below a folder with the sticky bit, such as `/tmp`
 * (`man 7 inode`).
 */
function checkOwner(folder: string, found: Stats, parent: Stats): void {
  const user = process.geteuid?.() ?? 0;
  const isSticky = (parent.mode & 0o1000) !== 0;
  if (user === 0 || !isSticky || found.uid === user || parent.uid === user) return;
  throw new FolderError(
    folder,
    'belongs to another user, and only its owner can replace it there: choose another folder',
  );
}
