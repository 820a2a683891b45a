import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { FolderError } from './folder-error';
import { manifestIn } from './manifest';
import { carryState } from './state';

/** The files and folders that must not be replaced, or mixed with artifacts. */
export interface Needed {
  /** The folder of the architecture's file. */
  readonly directory: string;
  /** The folders of code that become archives. */
  readonly code: readonly string[];
}

/**
 * Makes sure that a folder may be replaced: it is absent, empty, or one of ours, nothing that is needed lies in it, and
 * it doesn't lie in code, which would then hold it.
 * @throws FolderError that says why not
 */
export function checkFolder(folder: string, { directory, code }: Needed): void {
  const place = placeOf(folder);
  for (const one of [directory, ...code].map((path) => real(resolve(path)))) {
    if (one === place || one.startsWith(place + sep)) {
      const held = relative(process.cwd(), one) || '.';
      throw new FolderError(folder, `would be replaced, but contains ${held}: choose another folder`);
    }
  }
  const around = code.find((path) => place.startsWith(real(resolve(path)) + sep));
  if (around)
    throw new FolderError(
      folder,
      `is inside ${relative(process.cwd(), around)}, which contains code: choose another folder`,
    );
  if (!existsSync(place)) return;
  if (!statSync(place).isDirectory()) throw new FolderError(folder, 'is a file, must be a folder');
  if (readdirSync(place).length > 0 && !manifestIn(place)) {
    throw new FolderError(
      folder,
      "contains files that triptych synth didn't write: choose another folder, or empty it",
    );
  }
}

/**
 * Runs `write` on a new folder beside `folder`, and moves it into place when all is there; if that fails, `folder` is
 * what it was. What Terraform keeps beside its stacks stays there.
 * @throws FolderError if that has no place any more, or nothing can be written there
 */
export async function replaceFolder(folder: string, write: (fresh: string) => Promise<void>): Promise<void> {
  const place = placeOf(folder);
  const fresh = begin(place, folder);
  const remove = () => rmSync(fresh, { recursive: true, force: true });
  // Whoever ends the process doesn't want what was only begun.
  const ended = (signal: NodeJS.Signals) => {
    remove();
    process.kill(process.pid, signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, ended);
  try {
    await write(fresh);
    if (existsSync(place)) carryState(place, fresh, folder);
    swap(fresh, place);
  } catch (error) {
    throw unwritten(error, fresh, folder);
  } finally {
    for (const signal of signals) process.off(signal, ended);
    remove();
  }
}

function begin(place: string, shown: string): string {
  try {
    mkdirSync(dirname(place), { recursive: true });
    tidy(place);
    return newFolder(place);
  } catch (error) {
    throw unwritten(error, dirname(place), shown);
  }
}

/** A folder beside the one that is to be replaced: on the same disk, so that moving it is one step. */
function newFolder(place: string): string {
  const fresh = mkdtempSync(join(dirname(place), `.${basename(place)}-${process.pid}-`));
  // `mkdtemp` gives only the owner access; this folder stays.
  chmodSync(fresh, 0o777 & ~process.umask());
  return fresh;
}

/**
 * Clears what a process left beside a folder that it was about to replace, where it was ended and could do no more. If
 * that was between the two moves, the old folder comes back first: it may hold the state of what is deployed.
 */
function tidy(place: string): void {
  const leftovers = readdirSync(dirname(place)).filter((name) => {
    const [, base, pid] = /^\.(.+)-(\d+)-\w{6}(?:\.old)?$/.exec(name) ?? [];
    return base === basename(place) && !isRunning(Number(pid));
  });
  for (const name of leftovers.sort().reverse()) {
    const path = join(dirname(place), name);
    if (name.endsWith('.old') && !existsSync(place)) renameSync(path, place);
    else rmSync(path, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The folder itself, where a link leads to it. */
function placeOf(folder: string): string {
  const place = resolve(folder);
  const isDangling = !existsSync(place) && lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink();
  if (isDangling) throw new FolderError(folder, 'is a broken link');
  return real(place);
}

/** Disk errors, as text. */
const faults: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'no space is left in the quota',
  EROFS: 'the file system is read-only',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EBUSY: 'it is in use, or a mount point: choose a folder in it',
  EXDEV: 'it is a mount point: choose a folder in it',
};

/**
 * A fault of the disk as one of the folder's. Engines hand it on in words of theirs, which name a file below the folder;
 * what fails in the middle of a file names none.
 */
function unwritten(error: unknown, path: string, shown: string): unknown {
  const message = error instanceof Error ? error.message : '';
  const [, code] = /\b(E[A-Z]{3,})\b/.exec(message) ?? [];
  const isElsewhere = message.includes("'") && !message.includes(path);
  if (code === undefined || isElsewhere || faults[code] === undefined) return error;
  return new FolderError(shown, `can't be written: ${faults[code]}`);
}

function swap(fresh: string, place: string): void {
  if (!existsSync(place)) return renameSync(fresh, place);
  const old = `${fresh}.old`;
  renameSync(place, old);
  try {
    renameSync(fresh, place);
  } catch (error) {
    renameSync(old, place);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

/** A path with its links followed, as far as it exists. */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return path === dirname(path) ? path : join(real(dirname(path)), basename(path));
}
