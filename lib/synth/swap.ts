import { fsyncSync, closeSync, existsSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isBeingReplaced, tidyBeside, type Beside } from './beside';
import { FolderError } from './folder-error';

/** Limit of waiting for another run that has moved the folder away, in milliseconds. */
const patience = 30_000;

/**
 * Moves the new folder into its place, in two steps that another run can't come between unseen: whoever moves the old
 * folder away may write the place. `carry` copies what has to survive from an old folder into the new one. Returns the
 * path of an old folder that can't be deleted, as in a folder shared with other users.
 * @throws FolderError if another run doesn't give the place back
 */
export async function swap(
  place: string,
  beside: Readonly<Record<Beside, string>>,
  carry: (old: string) => void,
): Promise<string | undefined> {
  const deadline = Date.now() + patience;
  for (;;) {
    const seen = identityOf(place);
    if (seen !== undefined) carryFrom(place, seen, carry);
    flush(beside.new);
    if (moved(place, beside.old)) {
      // Another run may have replaced the folder since.
      if (identityOf(beside.old) !== seen) orBack(place, beside.old, () => carry(beside.old));
      if (moved(beside.new, place, beside.old)) return discard(beside, place);
      // Another run was in between and has written the place: what the new folder carries came from its old one.
      renameSync(beside.old, beside.gone);
      rmSync(beside.gone, { recursive: true, force: true });
      continue;
    }
    if (!isBeingReplaced(place) && moved(beside.new, place)) return undefined;
    if (Date.now() > deadline) throw new FolderError(place, 'another triptych synth is replacing it: try again');
    await wait(20);
    tidyBeside(place);
  }
}

/** Copies what has to survive; an error counts only if nobody has moved the folder meanwhile. */
function carryFrom(place: string, seen: string, carry: (old: string) => void): void {
  try {
    carry(place);
  } catch (error) {
    if (identityOf(place) === seen) throw error;
  }
}

function orBack(place: string, old: string, run: () => void): void {
  try {
    run();
  } catch (error) {
    renameSync(old, place);
    throw error;
  }
}

/**
 * Moves a folder; false if it isn't there, or another run has filled the new path.
 * @throws Error for any other fault, after `back` was moved to the new path
 */
function moved(from: string, to: string, back?: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || (code === 'ENOENT' && back === undefined)) return false;
    if (back !== undefined) renameSync(back, to);
    throw error;
  }
}

/** Deletes the old folder. Under its new name, a later run won't take it for one that has to come back. */
function discard({ old, gone }: Readonly<Record<Beside, string>>, place: string): string | undefined {
  sync(dirname(place));
  try {
    renameSync(old, gone);
    rmSync(gone, { recursive: true, force: true });
    return undefined;
  } catch {
    return existsSync(gone) ? gone : old;
  }
}

/** Folder of providers, which Terraform can install again. */
const installed = '.terraform';

/**
 * Writes a folder's files to the disk before the old folder is deleted: after a power failure, the new one must not be
 * a name without content (`man 2 fsync`).
 */
function flush(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name !== installed) flush(join(folder, entry.name));
    else if (entry.isFile()) sync(join(folder, entry.name));
  }
  sync(folder);
}

/** Some file systems don't support it, and Windows doesn't for folders: the folder is then as safe as any other file. */
function sync(path: string): void {
  try {
    const file = openSync(path, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EIO') throw error;
  }
}

/** Identifies a folder, wherever it is moved; undefined if there is none. File systems use the numbers of deleted ones again. */
function identityOf(path: string): string | undefined {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.ino}-${stats.birthtimeNs}`;
}
