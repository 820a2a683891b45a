import { createHash } from 'node:crypto';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFault, temporaryFolder, type TemporaryFolder } from '../disk/temporary';

/** An archive in a store. */
export interface StoredArchive {
  /** The file, named `<sha256>.zip`. */
  readonly path: string;
  /** The digest of the archive, in lower-case hexadecimal. */
  readonly sha256: string;
  /** Its size. */
  readonly bytes: number;
}

/**
 * A temporary folder for archives until an engine reads them. It is created with the first archive and deleted when the
 * process ends.
 */
export class ArchiveStore {
  private folder: TemporaryFolder | undefined;
  private readonly made = new Map<string, StoredArchive>();

  /** Stores an archive. The same bytes are stored once. */
  put(bytes: Uint8Array): StoredArchive {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = join(this.ownFolder(), `${sha256}.zip`);
    if (!existsSync(path)) {
      // An interrupted write must not leave half an archive under its final name.
      try {
        writeFileSync(`${path}.part`, bytes);
        renameSync(`${path}.part`, path);
      } catch (error) {
        throw temporaryFault(error, path);
      }
    }
    return { path, sha256, bytes: bytes.length };
  }

  /** Returns the archive with that `key`; makes and stores it if there is none, or its file was deleted. */
  once(key: string, make: () => Uint8Array): StoredArchive {
    const known = this.made.get(key);
    if (known && existsSync(known.path)) return known;
    const archive = this.put(make());
    this.made.set(key, archive);
    return archive;
  }

  /** Deletes the folder with its archives. */
  clear(): void {
    this.folder?.remove();
    this.folder = undefined;
    this.made.clear();
  }

  private ownFolder(): string {
    if (this.folder === undefined || !existsSync(this.folder.path)) {
      this.folder?.remove();
      this.folder = temporaryFolder();
    }
    return this.folder.path;
  }
}
