import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { pathIn, wordsFor } from '../disk/fault';
import { FileError } from '../disk/bounded-file';
import { allMissing, missingIn, type Code, type Missing } from './built';
import { CodeError } from './error';
import { follow } from './link';
import { sourceAt, type Source } from './source';
import { ArchiveStore } from './store';
import type { CodeWarning } from './warning';
import { zip } from './zip';

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
  /** The size of the archive. */
  readonly bytes: number;
  /** Doubts about the code. */
  readonly warnings: readonly CodeWarning[];
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

/** Code that can be archived. */
export interface CodeFound {
  readonly kind: 'code';
  readonly warnings: readonly CodeWarning[];
}

/**
 * Makes the archive of a function's code for one cloud. The same files always give the same bytes; a `.zip` (on Lambda
 * also a Java `.jar`) is used unchanged.
 */
export const archiveCode = (request: CodeRequest, store = processStore): CodeArchive | CodeProblem =>
  orProblem(request, () => {
    const found = find({ ...defaults, ...request });
    if (found.kind === 'source') {
      const { keep, warnings } = found.source;
      return { kind: 'archive', ...keep(store), warnings, empty: false };
    }
    if (!request.withoutCode) return problem(found.message, found.lacking.build);
    return { kind: 'archive', ...store.put(zip([])), warnings: [], empty: true, missing: found.lacking };
  });

/** Finds what is wrong with a function's code for one cloud, without reading it whole. */
export const checkCode = (request: CodeRequest): CodeFound | CodeProblem =>
  orProblem(request, () => {
    const found = find({ ...defaults, ...request });
    return found.kind === 'source'
      ? { kind: 'code', warnings: found.source.warnings }
      : problem(found.message, found.lacking.build);
  });

const defaults = { architecture: 'x86_64', withoutCode: false } as const;

function orProblem<T>({ code }: CodeRequest, make: () => T): T | CodeProblem {
  try {
    return make();
  } catch (error) {
    if (error instanceof CodeError) return problem(error.message, error.hint);
    if (error instanceof FileError) return problem(`"${code}" can't be archived: ${error.message}`);
    const words = wordsFor(error);
    if (words === undefined) throw error;
    return problem(`"${code}" can't be read: ${[words, ...placeIn(error, code)].join(', at ')}`);
  }
}

/** The code, or the file that it lacks. */
type Found =
  | { readonly kind: 'source'; readonly source: Source }
  | { readonly kind: 'lacking'; readonly lacking: Missing; readonly message: string };

function find(request: Required<CodeRequest>): Found {
  const path = locate(request);
  const { code } = request;
  if (path === undefined) {
    return { kind: 'lacking', lacking: allMissing(request), message: `"${code}" doesn't exist` };
  }
  const source = sourceAt(path, request);
  const lacking = missingIn(source.files, request);
  return lacking
    ? { kind: 'lacking', lacking, message: `"${code}" doesn't contain ${lacking.missing}` }
    : { kind: 'source', source };
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

const problem = (message: string, hint?: string): CodeProblem => ({ kind: 'problem', message, hint });

/** The path of a fault, if it is another one than that of the code itself. */
function placeIn(error: unknown, code: string): string[] {
  const path = pathIn(error);
  return path === undefined || path.endsWith(`/${code}`) ? [] : [JSON.stringify(path)];
}
