/** Node's own refusal of a path, before the system sees it. Other arguments have the same code. */
const nulCode = 'ERR_INVALID_ARG_VALUE';

/** Faults of files and processes in plain words, each with what to do where that isn't obvious. */
const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EAGAIN: 'a limit of the system is reached: try again',
  EBADF: 'it was closed',
  EBUSY: 'it is in use, or a mount point: choose a folder in it',
  EDQUOT: 'no space is left in the quota',
  EEXIST: 'it exists already',
  EFBIG: 'the file is too large for this file system, or for the limit of the process (ulimit -f)',
  EINVAL: 'the system refuses this name or operation',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder, must be a file',
  ELOOP: 'too many links, or a link that leads back to itself',
  EMFILE: 'too many files are open: raise the limit (ulimit -n)',
  ENAMETOOLONG: 'the path or a name in it is too long for this file system',
  ENFILE: 'too many files are open on this machine',
  ENODEV: 'it is no file that can be read or written',
  ENOENT: 'there is no such file or folder',
  ENOEXEC: 'it is no program',
  ENOMEM: 'no memory is left',
  ENOSPC: 'no space is left on the disk',
  ENOTDIR: 'a part of the path is a file, must be a folder',
  ENOTEMPTY: 'the folder is not empty',
  ENOTSUP: 'this file system does not support it',
  ENXIO: 'it is no file that can be read or written',
  EOPNOTSUPP: 'this file system does not support it',
  EPERM: 'operation not permitted',
  EPIPE: 'its reader is gone',
  EROFS: 'the file system is read-only',
  ESTALE: 'the network file system lost it: try again',
  ETIMEDOUT: 'the file system does not answer: try again',
  ETXTBSY: 'it is a program that runs',
  EXDEV: 'it is a mount point: choose a folder in it',
  [nulCode]: 'the path contains a NUL character',
};

/** Name of the error by which the system, or Node, refuses an operation, such as `ENOSPC`; undefined for any other error. */
export function faultIn(error: unknown): string | undefined {
  const { code, message } = fieldsOf(error);
  if (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code)) return code;
  if (code === nulCode && /null bytes/.test(message ?? '')) return code;
  // Engines hand a fault on in words of theirs.
  const [, named] = /\b(E[A-Z0-9]{3,})\b: /.exec(message ?? '') ?? [];
  return named !== undefined && Object.hasOwn(words, named) ? named : undefined;
}

/** Plain words for a fault of files or processes; undefined for any other error. */
export function wordsFor(error: unknown): string | undefined {
  const code = faultIn(error);
  if (code === undefined) return undefined;
  return Object.hasOwn(words, code) ? words[code] : `the system reports ${code}`;
}

/** The path at which a fault occurred; undefined if the error names none. */
export function pathIn(error: unknown): string | undefined {
  const { path, message } = fieldsOf(error);
  return path ?? / '([^']+)'/.exec(message ?? '')?.[1];
}

const fieldsOf = (error: unknown): Partial<NodeJS.ErrnoException> => error ?? {};

/** A file or folder that can't be read or written. */
export class DiskError extends Error {
  override readonly name = 'DiskError';

  constructor(
    readonly path: string,
    /** Lower case, no full stop. */
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}
