import { statSync } from 'node:fs';
import { posix } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Cloud } from '../model/target';
import { entriesOf, type ArchiveEntry } from './directory';
import { doubtsAbout } from './doubt';
import { CodeError } from './error';
import { checkSize, lambdaBytes } from './size';
import type { CodeWarning } from './warning';

/** A file or a link of a given archive. */
export interface GivenFile {
  readonly path: string;
  /** Its size when unpacked. */
  readonly bytes: number;
  /** Reads its content. */
  readonly read: () => Uint8Array;
}

/** An archive that is used as code. */
export interface GivenRequest {
  readonly code: string;
  readonly cloud: Cloud;
  readonly runtime: string;
  /** True if the same bytes were unpacked before: once is enough. */
  readonly isKnown: boolean;
}

/** The content of a given archive. */
export interface Given {
  readonly files: readonly GivenFile[];
  readonly warnings: readonly CodeWarning[];
}

/** A name as it is shown: one of many thousands of letters would hide the rest of a message. */
const shortened = (name: string): string => (name.length > 200 ? `${name.slice(0, 200)}…` : name);

/** Paths that lead out of the folder in which an archive is unpacked, on any system. */
const leadsOut = /^[\\/]|^[A-Za-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)/;

/** A larger archive can't be within any limit: compressing makes incompressible files no smaller, and adds little. */
const mostBytes: Readonly<Record<Cloud, number>> = { aws: lambdaBytes + 50 * 1_048_576, gcp: 1_073_741_824 };

const mostShown: Readonly<Record<Cloud, string>> = { aws: '250 MB unpacked on aws', gcp: '1 GB' };

/** Checks a given archive before it is read. */
export function checkFile(file: string, shown: string, cloud: Cloud): void {
  const stats = statSync(file);
  // Reading a pipe waits forever.
  if (!stats.isFile()) throw new CodeError(`"${shown}" is neither a file nor a folder`);
  if (stats.size > mostBytes[cloud]) {
    throw new CodeError(
      `"${shown}" must be at most ${mostShown[cloud]}, got ${Math.ceil(stats.size / 1_048_576)} MB packed`,
    );
  }
}

/**
 * The files of a given archive, which is deployed as it is.
 *
 * @throws CodeError if it isn't a zip archive, or one that a cloud refuses, or unpacks in another way than tools do
 */
export function given(bytes: Uint8Array, { code: shown, cloud, runtime, isKnown }: GivenRequest): Given {
  const entries = readEntries(bytes, shown);
  // Before any of it is unpacked.
  const size = checkSize(
    entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0),
    cloud,
    shown,
  );
  const fault = (entry: ArchiveEntry, what: string, hint = 'make the archive again'): CodeError =>
    new CodeError(`"${shown}" contains ${JSON.stringify(shortened(entry.name))}${what}`, hint);
  const byPath = new Map<string, ArchiveEntry>();
  for (const entry of entries) {
    const [what, hint] = nameFault(entry) ?? contentFault(entry, isKnown) ?? [];
    if (what !== undefined) throw fault(entry, what, hint);
    const path = posix.normalize(entry.name).replace(/\/$/, '');
    if (byPath.has(path)) throw fault(entry, ' twice', 'make the archive again: tools disagree about which one counts');
    byPath.set(path, entry);
  }
  for (const [path, entry] of byPath) {
    const above = foldersOf(path).find((folder) => isFile(byPath.get(folder)));
    if (above !== undefined) throw fault(entry, ` within ${JSON.stringify(above)}, which is not a folder`);
    if (typeOf(entry) === types.link) checkLink(path, entry, byPath, cloud, (what, hint) => fault(entry, what, hint));
  }
  const files = [...byPath].filter(([, entry]) => isFile(entry));
  const program = cloud === 'aws' && runtime.startsWith('go') ? byPath.get('bootstrap') : undefined;
  // https://github.com/aws/aws-lambda-go/issues/13
  if (program && ((program.mode ?? 0) & 0o111) === 0) {
    const hint = 'run chmod +x bootstrap before zip, on Windows use build-lambda-zip, or give the folder as code';
    throw fault(program, ' without the permission to execute it, so that Lambda could not start it', hint);
  }
  return {
    files: files.map(([path, entry]) => ({ path, bytes: entry.unpackedBytes, read: () => unpacked(entry)! })),
    warnings: [...doubtsAbout(files, shown, cloud), ...size],
  };
}

function readEntries(bytes: Uint8Array, shown: string): ArchiveEntry[] {
  try {
    return entriesOf(bytes);
  } catch (error) {
    if (error instanceof RangeError) throw new CodeError(`"${shown}" isn't a zip archive`);
    throw error;
  }
}

type Fault = readonly [what: string, hint?: string];

function nameFault({ name, rawName }: ArchiveEntry): Fault | undefined {
  if (leadsOut.test(name)) {
    return [", a path outside of the archive's folder", 'make the archive again, from within the folder of the code'];
  }
  if (!Buffer.from(name, 'utf8').equals(rawName)) {
    return [', a name that is not UTF-8', 'make the archive again with a tool that writes names in UTF-8'];
  }
  if (name.includes('\\')) {
    // https://learn.microsoft.com/en-us/dotnet/framework/migration-guide/mitigation-ziparchiveentry-fullname-path-separator
    return [
      ', and Linux reads the backslash as part of a name',
      'make the archive again with a tool that writes / between folders',
    ];
  }
  const parts = name.split('/');
  if (rawName.length > longest.path || parts.some((part) => Buffer.byteLength(part) > longest.name)) {
    return [
      `, a path that Linux can't unpack (at most ${longest.path} bytes, and ${longest.name} for each name in it)`,
      'shorten the names of files and folders',
    ];
  }
  const isUnusable = /[\u0000-\u001f\u007f]/.test(name) || name === '' || parts.at(-1) === '.';
  return isUnusable ? [', an unusable name'] : undefined;
}

/** In bytes, the first with a zero at the end: https://man7.org/linux/man-pages/man0/limits.h.0p.html */
const longest = { path: 4_095, name: 255 };

const types = { mask: 0o170000, folder: 0o040000, file: 0o100000, link: 0o120000 };

const typeOf = ({ mode = 0 }: ArchiveEntry): number => mode & types.mask;

const isFile = (entry: ArchiveEntry | undefined): boolean =>
  entry !== undefined && !entry.name.endsWith('/') && typeOf(entry) !== types.folder;

/** Deflate makes nothing smaller by more than this: https://zlib.net/zlib_tech.html */
const bestRatio = 1_032;

function contentFault(entry: ArchiveEntry, isKnown: boolean): Fault | undefined {
  const { isEncrypted, method, packedBytes, unpackedBytes } = entry;
  const type = typeOf(entry);
  if (type !== 0 && type !== types.folder && type !== types.file && type !== types.link) {
    return [', which is neither a file nor a folder'];
  }
  if (isEncrypted) return [', which is encrypted', 'make the archive again without a password'];
  if (method !== 0 && method !== 8) {
    return [`, compressed by a method that not every tool knows (${method})`, 'make the archive again with deflate'];
  }
  const lies = method === 0 ? packedBytes !== unpackedBytes : unpackedBytes > bestRatio * (packedBytes + 1);
  return lies || (!isKnown && unpacked(entry) === undefined)
    ? [' with another size or content than it declares']
    : undefined;
}

/** Unpacks an entry; undefined if it is broken, or has another size than it declares. */
function unpacked({ method, packed, unpackedBytes }: ArchiveEntry): Uint8Array | undefined {
  if (method === 0) return packed;
  try {
    const content = inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) });
    return content.length === unpackedBytes ? content : undefined;
  } catch {
    return undefined;
  }
}

/** `a/b/c` → `a`, `a/b` */
const foldersOf = (path: string): string[] =>
  path
    .split('/')
    .slice(0, -1)
    .map((_, index, parts) => parts.slice(0, index + 1).join('/'));

/** Checks that a link leads to something in the archive, on a cloud that restores links. */
function checkLink(
  path: string,
  entry: ArchiveEntry,
  byPath: ReadonlyMap<string, ArchiveEntry>,
  cloud: Cloud,
  fault: (what: string, hint: string) => CodeError,
): void {
  const hint = 'make the archive again without the link, or with a copy of its target';
  if (cloud === 'gcp') throw fault(', a link, and builds of Cloud Functions restore no links', hint);
  const text = Buffer.from(unpacked(entry)!).toString('utf8');
  const target = posix.join(posix.dirname(path), text).replace(/\/$/, '');
  if (posix.isAbsolute(text) || target === '..' || target.startsWith('../')) {
    throw fault(`, a link to ${JSON.stringify(text)} outside of the archive's folder`, hint);
  }
  const isThere =
    target === '.' || byPath.has(target) || [...byPath.keys()].some((one) => one.startsWith(`${target}/`));
  if (!isThere) throw fault(`, a link to ${JSON.stringify(text)}, which isn't in the archive`, hint);
}
