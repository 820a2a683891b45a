import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/**
 * Where an architecture's file lies: below the working folder, or else below the nearest package above it, so that a
 * project in a folder of its own names files as its repository does.
 */
export function locate(file: string, folder = process.cwd()): string {
  if (isAbsolute(file) || existsSync(resolve(folder, file))) return file;
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    const candidate = join(above, file);
    if (existsSync(join(above, 'package.json'))) return existsSync(candidate) ? candidate : file;
  }
  return file;
}
