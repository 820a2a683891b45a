/** A place in an architecture: keys of maps, indices of lists. */
export type Path = readonly (string | number)[];

/** `['functions', 'report', 'timeoutSeconds']` → `functions.report.timeoutSeconds` */
export const formatPath = (path: Path): string => path.join('.');

/** Something about an architecture that must be mended, or should be looked at. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** The file, as it was named; undefined for an architecture that was given as an object. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** Where in the architecture, such as `functions.report.timeoutSeconds`. */
  readonly path: string;
  /** What was found, and what is allowed. Lower case, no full stop. */
  readonly message: string;
  /** What to do. */
  readonly hint?: string;
}

/** A line and a column, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A problem before its place in the file is looked up. */
export interface Finding {
  /** @default 'error' */
  readonly severity?: 'error' | 'warning';
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
  /** Whether the key or the value is meant. @default 'value' */
  readonly at?: 'key' | 'value';
  /** Where it stands, if that isn't where the path leads, as with the second of two equal keys. */
  readonly position?: Position;
}

/** What a finding's place is looked up in: a source. */
export interface Positions {
  readonly file?: string;
  position(path: Path, at?: 'key' | 'value'): Position | undefined;
}

/** The problem that a finding is, with its place in the file. */
export function problemOf(finding: Finding, source: Positions): Problem {
  const { severity = 'error', path, message, hint, at } = finding;
  return {
    severity,
    ...(source.file === undefined ? {} : { file: source.file }),
    ...(finding.position ?? source.position(path, at)),
    path: formatPath(path),
    message,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Problems in the order in which a reader of the file meets them. */
export function problemsOf(findings: readonly Finding[], source: Positions): Problem[] {
  return findings
    .map((finding) => problemOf(finding, source))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

// What a file holds must not steer the terminal on which its problems are shown.

const control = /[\u0000-\u001f\u007f-\u009f]/g;

/** `file:line:column: path: message (hint)` */
export function formatProblem({ severity, file, line, column, path, message, hint }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, severity === 'warning' ? 'warning' : '', path, hint ? `${message} (${hint})` : message]
    .filter((part) => part !== '')
    .join(': ')
    .replace(control, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Every problem of an architecture, at once. */
export class ArchitectureError extends Error {
  override readonly name = 'ArchitectureError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
  }
}
