import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { FolderError } from './folder-error';
import { manifestFile } from './manifest';
import { carryState } from './state';

/**
 * Makes sure that a folder may be replaced: it is absent, empty, or one of ours, and nothing that is needed lies in it.
 * @throws FolderError that says why not
 */
export function checkFolder(folder: string, kept: readonly string[]): void {
  const place = real(resolve(folder));
  for (const one of kept.map((path) => real(resolve(path)))) {
    if (one === place || one.startsWith(place + sep)) {
      throw new FolderError(
        folder,
        `would be replaced, and holds ${relative(process.cwd(), one) || '.'}: choose another folder`,
      );
    }
  }
  if (!existsSync(place)) return;
  if (!statSync(place).isDirectory()) throw new FolderError(folder, 'is a file, must be a folder');
  const names = readdirSync(place);
  if (names.length > 0 && !names.includes(manifestFile)) {
    throw new FolderError(folder, `holds other files, and no ${manifestFile}: choose another folder, or empty it`);
  }
}

/**
 * Runs `write` on a new folder beside `folder`, and moves it into place when all is there; if that fails, `folder` is
 * what it was. What Terraform keeps beside its stacks stays there.
 * @throws FolderError if that has no place any more
 */
export async function replaceFolder(folder: string, write: (fresh: string) => Promise<void>): Promise<void> {
  const place = resolve(folder);
  mkdirSync(dirname(place), { recursive: true });
  // On the same disk, so that moving it is one step.
  const fresh = mkdtempSync(join(dirname(place), `.${basename(place)}-`));
  try {
    await write(fresh);
    if (existsSync(place)) carryState(place, fresh, folder);
    swap(fresh, place);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
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
