import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FileError, hashBounded } from '../../disk/bounded-file';
import { firstIn } from '../../disk/bounded-folder';
import { byCodeUnits } from './recording';

/**
 * Keeps a file, or a folder, that a program hands to the cloud, and returns its path relative to the target's folder,
 * with `/` between names. It is called once for each path, with a hash of the content.
 */
export type KeepFile = (absolutePath: string, sha256: string) => string;

/** A file that was kept. */
export interface KeptFile {
  readonly path: string;
  readonly sha256: string;
}

/** A folder that becomes an archive holds code, and so has the limit of code. */
const mostEntries = 250_000;

/** 5 TiB, the largest object of Cloud Storage: https://cloud.google.com/storage/quotas */
const mostBytes = 5 * 2 ** 40;

/** Keeps what a program's assets and archives name, each once. */
export class Files {
  private readonly kept = new Map<string, KeptFile>();

  constructor(
    private readonly folder: string,
    private readonly keep: KeepFile,
    private readonly most = mostEntries,
  ) {}

  /** @throws Error where nothing lies at that path, or something else than files and folders, or too many of them */
  keepFile(path: string): KeptFile {
    const absolute = resolve(this.folder, path);
    const known = this.kept.get(absolute);
    if (known) return known;
    const sha256 = hashOf(absolute, this.most);
    const file = { path: this.keep(absolute, sha256), sha256 };
    this.kept.set(absolute, file);
    return file;
  }
}

/** The SHA-256 of a file's bytes; of a folder, that of its entries' names and hashes in order. */
function hashOf(top: string, most: number): string {
  let left = most;
  const visit = (path: string): string => {
    if (!statSync(path).isDirectory()) return hashBounded(path, mostBytes);
    const entries = firstIn(path, left + 1);
    // A link to a folder above it is entered, too, so that only a number ends the walk.
    left -= entries.length;
    if (left < 0) throw new FileError(top, `must contain at most ${most} files and folders`);
    const hash = createHash('sha256');
    const names = entries.map(({ name }) => name).sort(byCodeUnits);
    for (const name of names) hash.update(`${name}\0${visit(join(path, name))}\n`);
    return hash.digest('hex');
  };
  return visit(top);
}
