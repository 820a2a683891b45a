import { existsSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { wordsFor } from '../disk/fault';
import { FileError, readBounded } from '../disk/bounded-file';
import { partInNames, type ChosenEnvironment } from './environment';
import { mergeOverlay } from './overlay';
import { overlaid, overlayFor } from './overlay-file';
import { readPlain } from './plain';
import { ArchitectureError, problemsOf, type Finding, type Path, type Position } from './problem';
import { limits, pointOf, type Source } from './source';
import { parseYaml, type Parsed } from './yaml';

/** A `URL` of a file, such as `new URL('architecture.yaml', import.meta.url)`. */
export interface FileUrl {
  readonly href: string;
  readonly protocol: string;
}

/** Options of `load`. */
export interface LoadOptions {
  /**
   * Folder that `code` is relative to, and that has to contain it.
   * @default the folder of the architecture's file; the working folder for an object
   */
  readonly root?: string;
  /** The environment, which has the overlay beside the file. @default none, which is the same as `dev` */
  readonly env?: ChosenEnvironment;
}

/**
 * Reads an architecture from a file, or from an object as `defineArchitecture` returns it.
 * @throws ArchitectureError if the file can't be read or isn't YAML or JSON
 */
export function load(architecture: string | FileUrl | object, options: LoadOptions = {}): Source {
  const given = withoutUrl(architecture);
  return typeof given === 'string' ? loadFile(given, options) : loadObject(given, options);
}

/** The same architecture, with the path of a file in place of its URL. */
export function withoutUrl<T>(architecture: T): T | string {
  const href = isUrl(architecture) ? architecture.href : architecture;
  if (typeof href !== 'string' || !/^[a-z]{2,}:\/\//i.test(href)) return architecture;
  if (!/^file:/i.test(href)) refuse(`must be a file, got ${href}`, 'download it first');
  try {
    return fileURLToPath(href);
  } catch (error) {
    return refuse(`must be a file, got ${href}: ${(error as Error).message}`);
  }
}

const isUrl = (value: unknown): value is FileUrl =>
  typeof value === 'object' && value !== null && 'href' in value && 'protocol' in value;

/** An error about what was given in place of an architecture, which has no place in a file. */
function refuse(message: string, hint?: string): never {
  throw new ArchitectureError([{ severity: 'error', path: 'architecture', message, ...(hint ? { hint } : {}) }]);
}

/**
 * Reads an architecture from a file.
 *
 * @param places every place in which the file was looked for, if it isn't there
 * @throws ArchitectureError if the file can't be read or isn't YAML or JSON
 */
export function loadFile(
  file: string,
  { root, env }: LoadOptions = {},
  places: readonly string[] = [path.resolve(file)],
): Source {
  const parsed = parseText(file, readText(file, places));
  refuseOverlay(file, parsed.tree);
  const overlay = overlayFor(file, env);
  const { tree, place, findings, positionAt } = overlay === undefined ? parsed : withOverlay(file, parsed, overlay);
  const position: Source['position'] = (at, of) => {
    const point = pointOf(place, at, of);
    return point.isOverlay ? positionAt(point.offset) : parsed.positionAt(point.offset);
  };
  return {
    file,
    directory: path.resolve(root ?? path.dirname(path.resolve(file))),
    ...named(env),
    ...withoutSchema(tree),
    findings,
    position,
  };
}

const named = (env: ChosenEnvironment | undefined): Pick<Source, 'env'> => {
  const name = partInNames(env);
  return name === undefined ? {} : { env: name };
};

/** @throws ArchitectureError if a file is the overlay of an architecture: only an architecture has a name */
function refuseOverlay(file: string, tree: unknown): void {
  const over = typeof tree === 'object' && tree !== null && !('name' in tree) ? overlaid(file) : undefined;
  if (!over) return;
  const hint = `give ${path.basename(over.base)}, and choose the environment with --env ${over.env} or env in your program`;
  const message = `is the overlay of ${path.basename(over.base)}`;
  throw new ArchitectureError([{ severity: 'error', file, path: '', message, hint }]);
}

/** @throws ArchitectureError if a text isn't YAML or JSON */
function parseText(file: string, text: string): Parsed {
  const parsed = parseYaml(text);
  if (parsed.broken) throw new ArchitectureError(problemsOf(parsed.findings, positionsIn(file, parsed)));
  return parsed;
}

const positionsIn = (file: string, { place, positionAt }: Parsed): Pick<Source, 'file' | 'position'> => ({
  file,
  position: (at: Path, of?: 'key' | 'value') => positionAt(pointOf(place, at, of).offset),
});

/** A document with its overlay merged over it; positions are those of the overlay. */
function withOverlay(file: string, base: Parsed, overlay: string): Omit<Parsed, 'broken'> {
  const text = readText(overlay, [path.resolve(overlay)], '{}');
  const parsed = parseText(overlay, text);
  const positionAt = (offset: number): Position => ({ file: overlay, ...parsed.positionAt(offset) });
  const wrong = typeof parsed.tree !== 'object' || Array.isArray(parsed.tree);
  if (wrong)
    throw new ArchitectureError(
      problemsOf([{ path: [], message: 'must be a map of the fields that it changes' }], positionsIn(overlay, parsed)),
    );
  // A file with nothing but comments changes nothing.
  const { tree } = withoutSchema(parsed.tree ?? {});
  const merged = mergeOverlay(base, { tree, place: parsed.place }, path.basename(file));
  const own = parsed.findings.map((finding): Finding => {
    const { line, column } = finding.position ?? positionsIn(overlay, parsed).position(finding.path, finding.at)!;
    return { ...finding, position: { file: overlay, line, column } };
  });
  return { ...merged, findings: [...base.findings, ...own, ...merged.findings], positionAt };
}

function loadObject(architecture: unknown, { root, env }: LoadOptions): Source {
  if (architecture === undefined || architecture === null)
    refuse('is missing', 'give a file, such as architecture.yaml, or an object');
  const { tree, findings } = readPlain(architecture);
  return {
    directory: path.resolve(root ?? process.cwd()),
    ...named(env),
    ...withoutSchema(tree),
    findings,
    position: () => undefined,
  };
}

/** A tree without `$schema`, which names the schema for editors. */
function withoutSchema(tree: unknown): { readonly tree: unknown } {
  if (typeof tree !== 'object' || tree === null || !('$schema' in tree) || typeof tree.$schema !== 'string')
    return { tree };
  const { $schema: _, ...rest } = tree;
  return { tree: rest };
}

/** True of the text of a document. A file can have such a name, too. */
const isText = (text: string): boolean => /[\r\n]/.test(text) || /^\s*(?:\{|"?[\w$]+"?:(?:\s|$))/.test(text);

/** Reads a text; an empty one is `empty`, and without that an error. */
function readText(file: string, places: readonly string[], empty?: string): string {
  if (isText(file) && !existsSync(file))
    refuse(
      'looks like the text of an architecture, not its file',
      'write it to a .yaml file, or parse it to an object',
    );
  const fail = (message: string, hint?: string): never => {
    const finding: Finding = { path: [], message, ...(hint === undefined ? {} : { hint }) };
    throw new ArchitectureError(problemsOf([finding], { file, position: (): Position | undefined => undefined }));
  };
  const orFail = <T>(run: () => T): T => {
    try {
      return run();
    } catch (error) {
      if (error instanceof FileError) return fail(error.reason);
      return fail(`can't be read: ${wordsFor(error) ?? String(error)}`);
    }
  };
  if (!/\.(ya?ml|json)$/i.test(file)) fail('must be a .yaml, .yml or .json file');
  const stat = orFail(() => statSync(file, { throwIfNoEntry: false }));
  // A full path says itself where it is.
  if (!stat)
    return fail('there is no such file', path.isAbsolute(file) ? undefined : `looked for ${places.join(' and ')}`);
  if (!stat.isFile()) fail(stat.isDirectory() ? 'is a folder, must be a file' : 'is not a file');
  if (stat.size > limits.bytes) fail(`must be at most ${limits.bytes} bytes, got ${stat.size}`);
  const bytes = orFail(() => readBounded(file, limits.bytes));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? (empty ?? fail('is empty')) : text;
  } catch (error) {
    if (error instanceof ArchitectureError) throw error;
    return fail('must be UTF-8');
  }
}
