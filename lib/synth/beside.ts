import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { wordsFor } from '../disk/fault';
import { lifeOf, ownName } from '../disk/owner';
import { isLeft } from '../disk/temporary';
import { FolderError } from './folder-error';
import { real } from './place';

/**
 * State of a folder beside the one that a run replaces: `new` is being written, `old` was moved away until the new one
 * is in its place, `gone` was replaced and is being deleted.
 */
export type Beside = 'new' | 'old' | 'gone';

/** A folder beside a place, with the process that made it. */
interface Found {
  readonly path: string;
  readonly owner: string;
  readonly state: Beside;
}

/** Part of the names beside a place that is for that place only. Its own name may be as long as the file system allows. */
const keyOf = (place: string): string => createHash('sha256').update(basename(place)).digest('hex').slice(0, 8);

/** New paths beside a place: on the same file system, so that moving a folder is one step. */
export function pathsBeside(place: string): Readonly<Record<Beside, string>> {
  const stem = join(dirname(place), `.triptych-${keyOf(place)}-${ownName()}`);
  return { new: `${stem}.new`, old: `${stem}.old`, gone: `${stem}.gone` };
}

function foundBeside(place: string): Found[] {
  return namesIn(dirname(place)).flatMap((name): Found[] => {
    const [, key, owner, state] = /^\.triptych-([0-9a-f]{8})-(.+)\.(new|old|gone)$/.exec(name) ?? [];
    if (key !== keyOf(place) || owner === undefined || lifeOf(owner) === undefined) return [];
    return [{ path: join(dirname(place), name), owner, state: state as Beside }];
  });
}

/** A folder may allow writing and refuse listing; nothing is found there. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** True while another run has moved a place away and not yet written the new one. */
export const isBeingReplaced = (place: string): boolean =>
  foundBeside(place).some(({ state, owner }) => state === 'old' && lifeOf(owner) === 'running');

/**
 * Clears what killed runs left beside a place. If one had moved the place away, it comes back first: it may hold the
 * state of what is deployed.
 * @throws FolderError if it can't come back
 */
export function tidyBeside(place: string): void {
  const found = foundBeside(place);
  restore(place, found);
  for (const { path, owner } of found) {
    if (!isLeft(path, owner)) continue;
    try {
      rmSync(path, { recursive: true, force: true });
    } catch {
      // A later run tries again. Nothing depends on it.
    }
  }
}

/** A folder of another machine or boot comes back after a minute: the two moves of a running process take milliseconds. */
const movedAge = 60_000;

function restore(place: string, found: readonly Found[]): void {
  if (existsSync(place)) return;
  const moved = found.filter(({ path, owner, state }) => {
    const age = Date.now() - changedAt(path);
    return state === 'old' && (lifeOf(owner) === 'ended' || (lifeOf(owner) === 'unknown' && age > movedAge));
  });
  const [newest] = moved.sort((a, b) => changedAt(b.path) - changedAt(a.path));
  if (newest === undefined) return;
  try {
    renameSync(newest.path, place);
  } catch (error) {
    // Another run has just done the same.
    if (existsSync(place)) return;
    throw new FolderError(
      place,
      `an interrupted run moved it to ${newest.path}, and it can't be moved back: ${wordsFor(error) ?? String(error)}`,
    );
  }
}

const changedAt = (path: string): number => lstatSync(path, { throwIfNoEntry: false })?.ctimeMs ?? 0;

/**
 * Brings a folder back that an interrupted `triptych synth` had moved away. Every command that reads the folder calls
 * it. A folder that is there stays as it is.
 * @throws FolderError if the folder can't come back
 */
export function recoverFolder(folder: string): void {
  if (existsSync(folder)) return;
  // A link that leads nowhere may lead to a folder that was moved away.
  tidyBeside(targetOf(resolve(folder)));
}

function targetOf(path: string): string {
  try {
    return real(resolve(dirname(path), readlinkSync(path)));
  } catch {
    return real(path);
  }
}
