import { statSync } from 'node:fs';
import * as path from 'node:path';
import { wordsFor } from '../disk/fault';
import { FileError, readBounded } from '../disk/bounded-file';
import { readPlain } from './plain';
import { ArchitectureError, problemsOf, type Finding, type Position } from './problem';
import { limits, offsetOf, type Source } from './source';
import { parseYaml } from './yaml';

/**
 * Reads an architecture from a file, or from an object as `defineArchitecture` returns it.
 * @throws ArchitectureError if the file can't be read or isn't YAML or JSON
 */
export function load(architecture: string | object): Source {
  return typeof architecture === 'string' ? loadFile(architecture) : loadObject(architecture);
}

function loadFile(file: string): Source {
  const text = readText(file);
  const parsed = parseYaml(text);
  const source: Source = {
    file,
    directory: path.dirname(path.resolve(file)),
    tree: parsed.tree,
    findings: parsed.findings,
    position: (at, of) => parsed.positionAt(offsetOf(parsed.place, at, of)),
  };
  if (parsed.broken) throw new ArchitectureError(problemsOf(parsed.findings, source));
  return source;
}

function loadObject(architecture: object): Source {
  const { tree, findings } = readPlain(architecture);
  return { directory: process.cwd(), tree, findings, position: () => undefined };
}

function readText(file: string): string {
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
  if (!stat) return fail('there is no such file');
  if (!stat.isFile()) fail(stat.isDirectory() ? 'is a folder, must be a file' : 'is not a file');
  if (stat.size > limits.bytes) fail(`must be at most ${limits.bytes} bytes, got ${stat.size}`);
  const bytes = orFail(() => readBounded(file, limits.bytes));
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? fail('is empty') : text;
  } catch (error) {
    if (error instanceof ArchitectureError) throw error;
    return fail('must be UTF-8');
  }
}
