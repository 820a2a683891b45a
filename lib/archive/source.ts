import { statSync } from 'node:fs';
import { readBounded } from '../disk/bounded-file';
import type { Cloud } from '../model/target';
import { CodeError } from './error';
import { entriesIn, type FolderEntry, type FolderLink, type Links } from './folder';
import { checkFile, given } from './given';
import { beginningOf, privateFiles } from './private';
import { checkSize } from './size';
import type { ArchiveStore, StoredArchive } from './store';
import type { CodeWarning } from './warning';
import { zip, type Entry } from './zip';

/** A folder or a file with code. */
export interface SourceRequest {
  readonly cloud: Cloud;
  readonly runtime: string;
  /** Its path in the architecture. */
  readonly code: string;
}

/** The content of an archive. */
export interface Source {
  readonly files: readonly string[];
  readonly warnings: readonly CodeWarning[];
  readonly keep: (store: ArchiveStore) => StoredArchive;
}

/**
 * Clouds that restore symbolic links from an archive. Cloud Build unpacks one as a file with the target as its text:
 * https://github.com/GoogleCloudPlatform/cloud-builders/blob/master/gcs-fetcher/pkg/fetcher/fetcher.go
 */
const links: Readonly<Record<Cloud, Links>> = { aws: 'kept', gcp: 'copied' };

/** @throws CodeError for code that can't be archived */
export const sourceAt = (path: string, request: SourceRequest): Source =>
  statSync(path).isDirectory() ? fromFolder(path, request) : fromArchive(path, request);

function fromFolder(folder: string, { code, cloud }: SourceRequest): Source {
  const entries = entriesIn(folder, code, links[cloud]);
  const files = entries.flatMap((entry) => (entry.kind === 'file' ? [entry] : []));
  if (files.length === 0) throw new CodeError(`"${code}" contains no files, or all of them are excluded`);
  const size = checkSize(
    files.reduce((sum, { bytes }) => sum + bytes, 0),
    cloud,
    code,
  );
  const key = JSON.stringify([folder, ...entries.map(({ fingerprint }) => fingerprint).sort()]);
  const make = () => {
    try {
      return zip(entries.map(toEntry));
    } catch (error) {
      throw error instanceof RangeError ? new CodeError(`"${code}" ${error.message}`) : error;
    }
  };
  const suspects = files.map(({ path, source }) => ({ path, read: () => beginningOf(source) }));
  return {
    files: [...files.map(({ path }) => path), ...linkedFiles(entries, code)],
    warnings: [...size, ...privateFiles(suspects, code)],
    keep: (store) => store.once(key, make),
  };
}

/** The number of paths through links that are looked at: a few links can lead to very many. */
const mostLinked = 1_000_000;

/** Paths at which files are found through links, except those of installed modules, which hold no handler. */
function linkedFiles(entries: readonly FolderEntry[], shown: string): string[] {
  const links = entries.filter((entry) => entry.kind === 'link' && !/(?:^|\/)node_modules\//.test(entry.path));
  if (links.length * entries.length > mostLinked * 500) throw tooManyLinks(shown);
  const paths: string[] = [];
  for (const link of links) {
    const target = (link as FolderLink).target;
    const inside = target === '' ? '' : `${target}/`;
    for (const { kind, path } of entries) {
      if (kind !== 'file') continue;
      if (path === target) paths.push(link.path);
      else if (path.startsWith(inside)) paths.push(`${link.path}/${path.slice(inside.length)}`);
    }
    if (paths.length > mostLinked) throw tooManyLinks(shown);
  }
  return paths;
}

const tooManyLinks = (shown: string): CodeError =>
  new CodeError(
    `"${shown}" has links to too many files, at most ${mostLinked} paths are looked at`,
    'exclude links that the code does not need in .triptychignore',
  );

/** A larger file exceeds every limit of a cloud for code. */
const mostFileBytes = 1_073_741_824;

const toEntry = (entry: FolderEntry): Entry =>
  entry.kind === 'file'
    ? { path: entry.path, bytes: readBounded(entry.source, mostFileBytes), executable: entry.executable }
    : { path: entry.path, bytes: Buffer.from(entry.text, 'utf8'), executable: false, isLink: true };

/** Given archives that were unpacked once. Several functions and targets use one. */
const unpacked = new Set<string>();

/** Clouds that run Java code from a JAR file. */
const acceptsJars: Readonly<Record<Cloud, boolean>> = { aws: true, gcp: false };

function fromArchive(file: string, { code, cloud, runtime }: SourceRequest): Source {
  const isJar = acceptsJars[cloud] && runtime.startsWith('java') && code.endsWith('.jar');
  if (!code.endsWith('.zip') && !isJar) throw new CodeError(`must be a folder or a .zip, got "${code}"`);
  checkFile(file, code, cloud);
  const { size, mtimeMs, ctimeMs, ino } = statSync(file);
  const fingerprint = JSON.stringify([file, size, mtimeMs, ctimeMs, ino]);
  const bytes = readBounded(file, mostFileBytes);
  const { files, warnings } = given(bytes, { code, cloud, runtime, isKnown: unpacked.has(fingerprint) });
  unpacked.add(fingerprint);
  const suspects = files.map(({ path, bytes: size, read }) => ({
    path,
    read: () => (size < 65_536 ? Buffer.from(read()).toString('latin1') : ''),
  }));
  return {
    files: files.map(({ path }) => path),
    warnings: [...warnings, ...privateFiles(suspects, code)],
    keep: (store) => store.put(bytes),
  };
}
