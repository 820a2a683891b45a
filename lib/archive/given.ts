import { statSync } from 'node:fs';
import { CodeError } from './error';
import { filesIn, type Listed } from './zip';

/** Paths that lead out of the folder in which an archive is unpacked, on any system. */
const leadsOut = /^[\\/]|^[A-Za-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/;

/** A larger archive can't be within any limit: compressing makes incompressible files no smaller, and adds little. */
const mostBytes = 1_073_741_824;

/** Checks a given archive before it is read. */
export function checkFile(file: string, shown: string): void {
  const stats = statSync(file);
  // Reading a pipe waits forever.
  if (!stats.isFile()) throw new CodeError(`"${shown}" is neither a file nor a folder`);
  if (stats.size > mostBytes) {
    throw new CodeError(`"${shown}" must be at most 1 GB, got ${Math.ceil(stats.size / 1_048_576)} MB`);
  }
}

/**
 * The files of a given archive.
 *
 * @throws CodeError if it isn't a zip archive, or one with paths that lead out of its folder or occur twice
 */
export function listed(bytes: Uint8Array, shown: string): Listed[] {
  let files: Listed[];
  try {
    files = filesIn(bytes);
  } catch {
    throw new CodeError(`"${shown}" isn't a zip archive`);
  }
  const outside = files.find(({ path }) => leadsOut.test(path));
  if (outside) {
    throw new CodeError(
      `"${shown}" contains ${JSON.stringify(outside.path)}, a path outside of the archive's folder`,
      'make the archive again, from within the folder of the code',
    );
  }
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path)) {
      throw new CodeError(
        `"${shown}" contains ${JSON.stringify(path)} twice`,
        'make the archive again: tools disagree about which one counts',
      );
    }
    seen.add(path);
  }
  return files;
}
