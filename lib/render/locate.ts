import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/**
 * Finds an architecture's file: below the working folder, or else below the nearest package above it. A project in a
 * subfolder can name files relative to its repository.
 */
export function locate(file: string, folder = process.cwd()): string {
  if (isAbsolute(file) || existsSync(resolve(folder, file))) return file;
  for (let above = folder; above !== dirname(above); above = dirname(above)) {
    const candidate = join(above, file);
    if (existsSync(join(above, 'package.json'))) return existsSync(candidate) ? candidate : file;
  }
  return file;
}
