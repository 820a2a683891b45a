import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/**
 * Runs `read` on a folder that holds these files, values as JSON. It is gone when the tests of a file are: an artifact
 * looks at its folder after it was read.
 */
export function inFolder<T>(files: Readonly<Record<string, unknown>>, read: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-'));
  folders.push(folder);
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    const isBytes = typeof content === 'string' || Buffer.isBuffer(content);
    writeFileSync(join(folder, file), isBytes ? content : JSON.stringify(content));
  }
  return read(folder);
}
