import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../projects/run';

/** What the three projects are made of: engines write beside these files, so each rig has copies of its own. */
const copied = ['bin', 'cdk.json', 'cdktf/cdktf.json', 'cdktf/main.ts', 'pulumi'];

/** What the projects read, and no engine writes. */
const shared = ['lib', 'node_modules', 'package.json', 'tsconfig.json'];

/**
 * Lays out a clone of the project in a folder, so that the engines' command lines can run in it as they do for people,
 * and write nothing into the real one.
 */
export function layOut(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const name of shared) symlinkSync(join(root, name), join(folder, name));
}
