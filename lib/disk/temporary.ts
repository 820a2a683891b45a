import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, type Stats } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './ending';
import { DiskError, pathIn, wordsFor } from './fault';
import { lifeOf, ownName } from './owner';

const prefix = 'triptych-';
/** A file in a temporary folder: the path of a folder that the process is about to replace. */
const noteFile = 'replaces';
/** Age at which a folder is left over, if its process belongs to another machine, container or boot: a day. */
export const foreignAge = 24 * 60 * 60 * 1000;

/** A folder for this process only. */
export interface TemporaryFolder {
  readonly path: string;
  /** Deletes it; the end of the process does so, too. */
  readonly remove: () => void;
}

/**
 * Creates a folder in the system's folder for temporary files. Only this user can open it.
 * @throws DiskError if that folder is missing, full or not writable
 */
export function temporaryFolder(): TemporaryFolder {
  const path = join(tmpdir(), `${prefix}${ownName()}`);
  const forget = atEnd(() => rmSync(path, { recursive: true, force: true }));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    forget();
    throw temporaryFault(error, path);
  }
  const remove = () => {
    rmSync(path, { recursive: true, force: true });
    forget();
  };
  return { path, remove };
}

/** The error for a fault in a temporary folder, with what to do; any other error stays as it is. */
export function temporaryFault(error: unknown, path: string): unknown {
  const words = wordsFor(error);
  const place = pathIn(error);
  // What fails in the middle of a file names none.
  if (words === undefined || (place !== undefined && !place.startsWith(path))) return error;
  const todo = 'set TMPDIR to a folder that you can write to, with space for the artifacts';
  return new DiskError(tmpdir(), `temporary files can't be written: ${words} (${todo})`);
}

/**
 * Notes in a temporary folder that this process is about to replace `folder`, so that a later run finds what is beside
 * it. Returns a function that deletes the note. Without a place for temporary files, nothing is noted.
 */
export function noteReplacement(folder: string): () => void {
  try {
    const { path, remove } = temporaryFolder();
    writeFileSync(join(path, noteFile), folder);
    return remove;
  } catch {
    return () => undefined;
  }
}

/**
 * Deletes temporary folders of processes that were killed, and calls `tidy` first for each folder that one was about to
 * replace. What belongs to a running process, to another user, or to anything else stays.
 */
export function clearTemporary(tidy: (replaced: string) => void): void {
  for (const name of attempt(() => readdirSync(tmpdir())) ?? []) {
    if (!name.startsWith(prefix)) continue;
    const path = join(tmpdir(), name);
    if (!isLeft(path, name.slice(prefix.length))) continue;
    const replaced = attempt(() => readFileSync(join(path, noteFile), 'utf8'));
    attempt(() => {
      if (replaced !== undefined) tidy(replaced);
      rmSync(path, { recursive: true, force: true });
    });
  }
}

/** True for a folder of this user that an ended process left; `owner` is the part of its name that holds the process. */
export function isLeft(path: string, owner: string): boolean {
  const life = lifeOf(owner);
  if (life === undefined || life === 'running') return false;
  const stats = attempt(() => lstatSync(path));
  if (!stats?.isDirectory() || !isOwn(stats)) return false;
  return life === 'ended' || Date.now() - stats.ctimeMs > foreignAge;
}

const isOwn = ({ uid }: Stats): boolean => process.getuid === undefined || uid === process.getuid();

/** Tidying is no reason to fail. */
function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch {
    return undefined;
  }
}
