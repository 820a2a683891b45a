import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatRecording, type Recording } from './pulumi/recording';

/** Writes what a program registered as `resources.json`. */
export function writeRecording(folder: string, recording: Recording): void {
  writeFileSync(join(folder, 'resources.json'), formatRecording(recording));
}

/** The path of a program's file or folder in the artifacts: it follows from the content. */
export const keptPath = (file: string, sha256: string): string =>
  `assets/${sha256}${file.endsWith('.zip') ? '.zip' : ''}`;

/** Copies a program's file or folder into the artifacts, under the hash of its content, and returns its path there. */
export const keepIn =
  (folder: string) =>
  (file: string, sha256: string): string => {
    const kept = keptPath(file, sha256);
    mkdirSync(join(folder, 'assets'), { recursive: true });
    cpSync(file, join(folder, kept), { recursive: true });
    return kept;
  };
