import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Runs `read` on a folder that holds these files, values as JSON; it is gone afterwards. */
export function inFolder<T>(files: Readonly<Record<string, unknown>>, read: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-'));
  try {
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
    }
    return read(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
