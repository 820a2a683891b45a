import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, normalize, sep } from 'node:path';
import type { Cloud } from '../model/target';
import { allMissing, missingIn, type Code, type Missing } from './built';
import { CodeError, filesIn, follow } from './folder';
import { ArchiveStore, type StoredArchive } from './store';
import { namesIn, zip } from './zip';

/** A function's code, as an architecture names it. */
export interface CodeRequest extends Omit<Code, 'architecture'> {
  /** The folder of the architecture's file. */
  readonly directory: string;
  /** @default 'x86_64' */
  readonly architecture?: Code['architecture'];
  /** Goes on with an empty archive where what the cloud wants isn't there. @default false */
  readonly withoutCode?: boolean;
}

/** A function's code, ready for an engine. */
export interface CodeArchive {
  readonly kind: 'archive';
  /** The file; it is gone when the process ends. */
  readonly path: string;
  /** Of the archive's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  /** Whether nothing is in it. */
  readonly empty: boolean;
  /** Why it is empty. */
  readonly missing?: Missing;
}

/** Why there is no archive. Lower case, no full stop. */
export interface CodeProblem {
  readonly kind: 'problem';
  readonly message: string;
  /** What to do. */
  readonly hint?: string;
}

// One for the process: several targets that use one folder share one archive.
const processStore = new ArchiveStore();

/**
 * The archive of a function's code for one cloud. A folder is archived so that the same files always give the same
 * bytes; a `.zip` (on Lambda also a Java `.jar`) is taken as it is.
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
  if (lacking) return missing(request, lacking, `"${request.code}" doesn't hold ${lacking.missing}`, store);
  return { kind: 'archive', ...keep(store), empty: false };
}

/** Where the code lies, every link on the way followed; undefined if nothing lies there. */
function locate({ directory, code }: CodeRequest): string | undefined {
  if (isAbsolute(code)) throw new CodeError(`must be relative to the architecture's file, got "${code}"`);
  const way = normalize(code).replace(/[\\/]+$/, '');
  if (way === '..' || way.startsWith(`..${sep}`)) {
    throw new CodeError(
      `must lie in the architecture's folder, got "${code}"`,
      'move the code beside the architecture',
    );
  }
  if (way === '.') {
    throw new CodeError(`must be a subfolder or a .zip, got "${code}"`, 'put the code in a folder of its own');
  }
  const path = join(directory, way);
  if (!existsSync(path) && !isLink(path)) return undefined;
  return follow(path, code, realpathSync(directory));
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** What an archive would be made of. */
interface Source {
  readonly files: readonly string[];
  readonly keep: (store: ArchiveStore) => StoredArchive;
}

function fromFolder(folder: string, { code, directory }: CodeRequest): Source {
  const files = filesIn(folder, directory);
  if (files.length === 0) throw new CodeError(`"${code}" holds no files, or all of them are excluded`);
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

/** Whether it is of Node's own, which says with a code that a file can't be read, or that its name is none. */
const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  typeof error === 'object' && error !== null && typeof (error as NodeJS.ErrnoException).code === 'string';
