import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What lies in a folder: a file's text, or a file that may be executed. */
export type Files = Readonly<Record<string, string | { readonly mode: number; readonly text: string }>>;

const made: string[] = [];

/** A new folder with these files in it, written in the order in which they are named. */
export function folderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-test-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    const { text, mode } = typeof content === 'string' ? { text: content, mode: 0o644 } : content;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode });
  }
  return folder;
}

/** Removes the folders that were made. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
