import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recording } from './pulumi/recording';

/** Writes what a program registered as `resources.json`. */
export function writeRecording(folder: string, recording: Recording): void {
  writeFileSync(join(folder, 'resources.json'), `${JSON.stringify(recording, null, 2)}\n`);
}

/** Copies a program's file into the artefacts in a folder, under its content's name, and tells where it lies there. */
export const keepIn =
  (folder: string) =>
  (file: string): string => {
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    const kept = `assets/${sha256}.zip`;
    mkdirSync(join(folder, 'assets'), { recursive: true });
    copyFileSync(file, join(folder, kept));
    return kept;
  };
