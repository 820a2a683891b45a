import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

/** Keeps what a program's assets and archives name, each once. */
export class Files {
  private readonly kept = new Map<string, KeptFile>();

  constructor(
    private readonly folder: string,
    private readonly keep: KeepFile,
  ) {}

  /** @throws Error where nothing lies at that path */
  keepFile(path: string): KeptFile {
    const absolute = resolve(this.folder, path);
    const known = this.kept.get(absolute);
    if (known) return known;
    const sha256 = hashOf(absolute);
    const file = { path: this.keep(absolute, sha256), sha256 };
    this.kept.set(absolute, file);
    return file;
  }
}

/** The SHA-256 of a file's bytes; of a folder, that of its entries' names and hashes in order. */
function hashOf(path: string): string {
  const hash = createHash('sha256');
  if (!statSync(path).isDirectory()) return hash.update(readFileSync(path)).digest('hex');
  for (const name of readdirSync(path).sort(byCodeUnits)) {
    hash.update(`${name}\0${hashOf(join(path, name))}\n`);
  }
  return hash.digest('hex');
}
