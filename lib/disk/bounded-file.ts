import { closeSync, constants, fstatSync, openSync, readSync, statSync, type Stats } from 'node:fs';
import { createHash } from 'node:crypto';
import { wordsFor } from './fault';

/** Thrown for a file that can't be read, or must not be. */
export class FileError extends Error {
  override readonly name = 'FileError';

  constructor(
    readonly file: string,
    /** Lower case, no full stop; without the file. */
    readonly reason: string,
    /** True if there is no file at that path. */
    readonly isMissing = false,
  ) {
    super(`${file}: ${reason}`);
  }
}

/**
 * Reads a file of at most `mostBytes`. A pipe, a device or a folder isn't opened: reading a pipe waits forever, and
 * reading a device may never end. A file that grows is read only up to the limit.
 * @throws FileError if it isn't such a file, or can't be read
 */
export function readBounded(file: string, mostBytes: number): Buffer {
  const chunks: Buffer[] = [];
  readChunks(file, mostBytes, (chunk) => chunks.push(Buffer.from(chunk)));
  return Buffer.concat(chunks);
}

/**
 * Reads the SHA-256 of a file of at most `mostBytes`, in lower-case hexadecimal, without holding the file in memory.
 * @throws FileError if it isn't such a file, or can't be read
 */
export function hashBounded(file: string, mostBytes: number): string {
  const hash = createHash('sha256');
  readChunks(file, mostBytes, (chunk) => hash.update(chunk));
  return hash.digest('hex');
}

const chunkBytes = 1_048_576;

function readChunks(file: string, mostBytes: number, take: (chunk: Buffer) => void): void {
  // Opening some devices already does something, so a path is looked at first, and what was opened once more.
  const expected = checked(file, mostBytes, () => statSync(file));
  // Without this flag, opening a pipe waits for its other end.
  const descriptor = orFault(file, () => openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
  try {
    checked(file, mostBytes, () => fstatSync(descriptor));
    const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, Math.max(expected.size + 1, 4096)));
    for (let total = 0; ;) {
      const length = orFault(file, () => readSync(descriptor, buffer, 0, buffer.length, null));
      if (length === 0) return;
      total += length;
      if (total > mostBytes) throw tooLarge(file, mostBytes, 'more');
      take(buffer.subarray(0, length));
    }
  } finally {
    closeSync(descriptor);
  }
}

function checked(file: string, mostBytes: number, look: () => Stats): Stats {
  const stats = orFault(file, look);
  if (!stats.isFile()) throw new FileError(file, `is ${kindOf(stats)}, must be a file`);
  if (stats.size > mostBytes) throw tooLarge(file, mostBytes, stats.size);
  return stats;
}

const tooLarge = (file: string, mostBytes: number, got: number | string): FileError =>
  new FileError(file, `must be at most ${mostBytes} bytes, got ${got}`);

/** Names the kind of thing at a path where a file has to be. */
export function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a pipe';
  if (stats.isSocket()) return 'a socket';
  return stats.isFile() ? 'a file' : 'a device';
}

/**
 * Runs something with a file.
 * @throws FileError for an error of the system
 */
export function orFault<T>(file: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw faultOf(file, error);
  }
}

/** An error of the system as one of a file; any other error is returned unchanged. */
export function faultOf(file: string, error: unknown): unknown {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  const words = wordsFor(error);
  if (words === undefined) return error;
  if (code === 'ENOENT' || (code === 'ENOTDIR' && syscall !== 'opendir'))
    return new FileError(file, 'no such file', true);
  if (code === 'ENOTDIR') return new FileError(file, 'must be a folder');
  return new FileError(file, `can't be read: ${words}`);
}
