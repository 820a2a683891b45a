import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An archive that lies ready in a store. */
export interface StoredArchive {
  /** The file, named `<sha256>.zip`. */
  readonly path: string;
  /** Of the archive's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * A temporary folder in which archives wait until an engine takes them. It is made with the first archive and
 * removed when the process ends.
 */
export class ArchiveStore {
  private folder: string | undefined;
  private readonly made = new Map<string, StoredArchive>();

  /** Keeps an archive. The same bytes lie there once. */
  put(bytes: Uint8Array): StoredArchive {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const path = join(this.ownFolder(), `${sha256}.zip`);
    if (!existsSync(path)) {
      // An interrupted write must not leave half an archive under its final name.
      writeFileSync(`${path}.part`, bytes);
      renameSync(`${path}.part`, path);
    }
    return { path, sha256 };
  }

  /** The archive that is known under `key`; where none is, or its file is gone, it is made and kept. */
  once(key: string, make: () => Uint8Array): StoredArchive {
    const known = this.made.get(key);
    if (known && existsSync(known.path)) return known;
    const archive = this.put(make());
    this.made.set(key, archive);
    return archive;
  }

  /** Removes the folder and what lies in it. */
  clear(): void {
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
    this.folder = undefined;
    this.made.clear();
  }

  private ownFolder(): string {
    if (this.folder === undefined || !existsSync(this.folder)) {
      this.folder = mkdtempSync(join(tmpdir(), 'triptych-'));
      removeAtExit(this);
    }
    return this.folder;
  }
}

const open = new Set<ArchiveStore>();
let listening = false;

function removeAtExit(store: ArchiveStore): void {
  open.add(store);
  if (listening) return;
  listening = true;
  const clear = () => open.forEach((each) => each.clear());
  process.once('exit', clear);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // Somebody else listens, and decides whether the process ends here: `exit` is soon enough then.
      if (process.listenerCount(signal) > 0) return;
      clear();
      process.kill(process.pid, signal);
    });
  }
}
