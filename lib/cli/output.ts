import { fstatSync, writeSync } from 'node:fs';
import { wordsFor } from '../disk/fault';

/**
 * Lets a closed standard output end quietly, and reports a full one once.
 *
 * A reader that ends early, as in `triptych verify FILE | head`, has read enough: the command still finishes its work,
 * and exits as it would have otherwise. Nothing is lost by the missing lines, while 141 (SIGPIPE) would hide the result.
 * An answer that can't be written for another reason is an error: exit code 1.
 */
export function guardOutput(): void {
  for (const stream of [process.stdout, process.stderr]) writeWhole(stream);
  let failed = false;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (failed || isClosed(error)) return;
    failed = true;
    process.stderr.write(`standard output: can't be written: ${wordsFor(error) ?? error.message}\n`);
  });
  // Nobody can be told.
  process.stderr.on('error', () => undefined);
  process.on('exit', () => {
    if (failed) process.exitCode = 1;
  });
}

/** A stream reports each later write as well. */
const isClosed = ({ code }: NodeJS.ErrnoException): boolean =>
  code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ERR_STREAM_WRITE_AFTER_END';

/**
 * Writes all of each text to a file. Node's stream for files takes a write of a part, as on a disk that becomes full,
 * for one of the whole.
 */
function writeWhole(stream: NodeJS.WriteStream & { readonly fd: number }): void {
  if (!isFile(stream.fd)) return;
  stream._write = (chunk: Buffer | string, encoding, done) => {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(stream.fd, bytes, written);
      done();
    } catch (error) {
      done(error as Error);
    }
  };
}

function isFile(fd: number): boolean {
  try {
    return fstatSync(fd).isFile();
  } catch {
    return false;
  }
}
