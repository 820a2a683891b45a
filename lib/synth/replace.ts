import { existsSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { atEnd } from '../disk/ending';
import { faultIn } from '../disk/fault';
import { noteReplacement } from '../disk/temporary';
import { pathsBeside, tidyBeside, type Beside } from './beside';
import { FolderError } from './folder-error';
import { placeOf } from './place';
import { carryState } from './state';
import { swap } from './swap';
import { orUnwritable, unwritable } from './unwritable';

/**
 * Runs `write` on a new folder beside `folder`, and moves it into place when it is complete; if that fails, or the
 * process ends before, `folder` is what it was. What Terraform keeps beside its stacks stays there. Returns the path of
 * an old folder that can't be deleted.
 * @throws FolderError if that has no place any more, or nothing can be written there
 */
export async function replaceFolder(
  folder: string,
  write: (fresh: string) => Promise<void>,
): Promise<string | undefined> {
  const place = orUnwritable(folder, () => placeOf(folder));
  const beside = pathsBeside(place);
  const ended = begin(place, folder, beside);
  try {
    await write(beside.new);
    return await swap(place, beside, (old) => carryState(old, beside.new, folder));
  } catch (error) {
    throw unwritable(error, folder, Object.values(beside).concat(place));
  } finally {
    ended();
  }
}

/** Creates the new folder. Returns what removes it, and the folders above it that were created for it and stay empty. */
function begin(place: string, shown: string, beside: Readonly<Record<Beside, string>>): () => void {
  const parent = dirname(place);
  let created: string | undefined;
  const undo = () => {
    rmSync(beside.new, { recursive: true, force: true });
    if (created !== undefined && !existsSync(place)) removeEmpty(parent, created);
  };
  const forget = atEnd(undo);
  const forgetNote = noteReplacement(place);
  const end = () => {
    undo();
    forgetNote();
    forget();
  };
  try {
    created = createFolder(parent);
    tidyBeside(place);
    mkdirSync(beside.new);
  } catch (error) {
    end();
    if (faultIn(error) === 'ENOENT') throw new FolderError(shown, "can't be written: no folder can be created there");
    throw unwritable(error, shown);
  }
  return end;
}

/**
 * Creates a folder with those above it, and returns the first one that was missing. Node's own way never ends where
 * the system has no room for folders, as in `/proc`.
 */
function createFolder(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  const above = dirname(folder) === folder ? undefined : createFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another run was faster.
    if (faultIn(error) !== 'EEXIST') throw error;
  }
  return above ?? folder;
}

function removeEmpty(folder: string, first: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else is in it by now.
    return;
  }
  if (folder !== first) removeEmpty(dirname(folder), first);
}
