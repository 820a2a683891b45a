import { kinds, kindSpecs } from '../model/kind';
import { elementId } from '../model/name';
import { ArchitectureError } from '../model/problem';
import type { Target } from '../model/target';

/** Errors that say themselves what is wrong and what to do. */
const known = [
  'ArchitectureError',
  'ArtefactError',
  'DiskError',
  'EngineError',
  'FileError',
  'FolderError',
  'MissingPackageError',
  'UsageError',
];

/**
 * Runs something on an engine, and turns what the engine refuses into a problem of the architecture: with the target, the
 * element if the engine's message names one, and what to do.
 * @throws ArchitectureError
 */
export function onEngine<T>(target: Target, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw refusedBy(target, error);
  }
}

/** The error for what an engine refuses; an error that has a meaning of its own stays as it is. */
export function refusedBy(target: Target, error: unknown): unknown {
  if (!(error instanceof Error) || known.includes(error.name) || isOfSystem(error)) return error;
  const [first = '', ...others] = error.message.split('\n');
  // A construct that finds a fault says itself what to do, in brackets.
  const [, found, todo] = /^\s*\[[^\]]*\] (.*) \((.*)\)$/.exec(others[0] ?? '') ?? [];
  const message = found ?? first;
  const problem = {
    severity: 'error' as const,
    path: placeIn(error.message) ?? '',
    message: `can't be rendered on ${target}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
    hint: todo ?? hintFor(error.message),
  };
  // The engine's own stack is for whoever looks for the fault.
  return Object.assign(new ArchitectureError([problem]), { cause: error });
}

/** True of errors of files and processes, such as `ENOSPC`. */
const isOfSystem = (error: NodeJS.ErrnoException): boolean => /^E[A-Z]+$/.test(String(error.code));

function hintFor(message: string): string {
  if (/duplicate resource urn|already (?:a|an) construct/i.test(message))
    return 'two parts get the same name: rename one of their elements';
  if (/number of resources|too ?many ?resources/i.test(message))
    return 'split the architecture into several, each with its own stack';
  return 'change what the message names; if it names nothing that you wrote, report it';
}

/** The element whose construct path, or whose URN, a message has. */
function placeIn(message: string): string | undefined {
  for (const kind of kinds) {
    const [, inPath] = new RegExp(`\\b${kind}/([a-z][a-z0-9-]*)`).exec(message) ?? [];
    if (inPath !== undefined) return elementId(kind, inPath);
    const type = `triptych:\\w+:${kindSpecs[kind].title}\\b\\S*::([a-z][a-z0-9-]*)`;
    const [, inUrn] = new RegExp(type).exec(message) ?? [];
    // A URN joins the names of architecture, element and part.
    if (inUrn !== undefined) return `${kind} (${inUrn})`;
  }
  return undefined;
}
