import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, normalize, sep } from 'node:path';
import type { Cloud } from '../model/target';
import { allMissing, missingIn, type Code, type Missing } from './built';
import { CodeError, filesIn, follow } from './folder';
import { ArchiveStore, type StoredArchive } from './store';
import { namesIn, zip } from './zip';

/** A request for the archive of a function's code. */
export interface CodeRequest extends Omit<Code, 'architecture'> {
  /** The folder of the architecture's file. */
  readonly directory: string;
  /** @default 'x86_64' */
  readonly architecture?: Code['architecture'];
  /** Makes an empty archive if a required file is missing. @default false */
  readonly withoutCode?: boolean;
}

/** A function's code, ready for an engine. */
export interface CodeArchive {
  readonly kind: 'archive';
  /** The file. It is deleted when the process ends. */
  readonly path: string;
  /** The digest of the archive, in lower-case hexadecimal. */
  readonly sha256: string;
  /** True if the archive contains no files. */
  readonly empty: boolean;
  /** The reason for an empty archive. @default the archive isn't empty */
  readonly missing?: Missing;
}

/** The reason why there is no archive. */
export interface CodeProblem {
  readonly kind: 'problem';
  /** Lower case, no full stop. */
  readonly message: string;
  /** The remedy. @default the message is enough */
  readonly hint?: string;
}

// One for the process: several targets that use one folder share one archive.
const processStore = new ArchiveStore();

/**
 * Makes the archive of a function's code for one cloud. The same files always give the same bytes; a `.zip` (on Lambda
 * also a Java `.jar`) is used unchanged.
 */
export function archiveCode(request: CodeRequest, store = processStore): CodeArchive | CodeProblem {
  try {
    return archive({ architecture: 'x86_64', withoutCode: false, ...request }, store);
  } catch (error) {
    if (error instanceof CodeError) return problem(error.message, error.hint);
    if (isSystemError(error)) return problem(`"${request.code}" can't be read: ${error.message}`);
    throw error;
  }
}

function archive(request: Required<CodeRequest>, store: ArchiveStore): CodeArchive | CodeProblem {
  const source = locate(request);
  if (source === undefined) return missing(request, allMissing(request), `"${request.code}" doesn't exist`, store);

  const isFolder = statSync(source).isDirectory();
  const { files, keep } = isFolder ? fromFolder(source, request) : fromArchive(source, request);
  const lacking = missingIn(files, request);
  if (lacking) return missing(request, lacking, `"${request.code}" doesn't contain ${lacking.missing}`, store);
  return { kind: 'archive', ...keep(store), empty: false };
}

/** Finds the code, following every link; undefined if it doesn't exist. */
function locate({ directory, code }: CodeRequest): string | undefined {
  if (isAbsolute(code)) throw new CodeError(`must be relative to the architecture's file, got "${code}"`);
  const way = normalize(code).replace(/[\\/]+$/, '');
  if (way === '..' || way.startsWith(`..${sep}`)) {
    throw new CodeError(
      `must be inside the architecture's folder, got "${code}"`,
      'move the code next to the architecture',
    );
  }
  if (way === '.') {
    throw new CodeError(`must be a subfolder or a .zip, got "${code}"`, 'put the code in a separate folder');
  }
  const path = join(directory, way);
  if (!existsSync(path) && !isLink(path)) return undefined;
  return follow(path, code, realpathSync(directory));
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** The content of an archive. */
interface Source {
  readonly files: readonly string[];
  readonly keep: (store: ArchiveStore) => StoredArchive;
}

function fromFolder(folder: string, { code, directory }: CodeRequest): Source {
  const files = filesIn(folder, directory);
  if (files.length === 0) throw new CodeError(`"${code}" contains no files, or all of them are excluded`);
  const key = JSON.stringify([folder, ...files.map(({ fingerprint }) => fingerprint).sort()]);
  const make = () => {
    try {
      return zip(files.map(({ path, source, executable }) => ({ path, executable, bytes: readFileSync(source) })));
    } catch (error) {
      throw error instanceof RangeError ? new CodeError(`"${code}" ${error.message}`) : error;
    }
  };
  return { files: files.map(({ path }) => path), keep: (store) => store.once(key, make) };
}

/** Clouds that run Java code from a JAR file. */
const acceptsJars: Readonly<Record<Cloud, boolean>> = { aws: true, gcp: false };

function fromArchive(file: string, { code, cloud, runtime }: CodeRequest): Source {
  const isJar = acceptsJars[cloud] && runtime.startsWith('java') && code.endsWith('.jar');
  if (!code.endsWith('.zip') && !isJar) throw new CodeError(`must be a folder or a .zip, got "${code}"`);
  const bytes = readFileSync(file);
  try {
    return { files: namesIn(bytes), keep: (store) => store.put(bytes) };
  } catch {
    throw new CodeError(`"${code}" isn't a zip archive`);
  }
}

function missing(
  { withoutCode }: CodeRequest,
  lacking: Missing,
  message: string,
  store: ArchiveStore,
): CodeArchive | CodeProblem {
  if (!withoutCode) return problem(message, lacking.build);
  return { kind: 'archive', ...store.put(zip([])), empty: true, missing: lacking };
}

const problem = (message: string, hint?: string): CodeProblem => ({ kind: 'problem', message, hint });

/** True for an error of Node with a code, such as one for an unreadable file or an invalid file name. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  typeof error === 'object' && error !== null && typeof (error as NodeJS.ErrnoException).code === 'string';
