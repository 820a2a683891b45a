import { printable } from './printable';

/** Place in an architecture: keys of maps and indices of lists. */
export type Path = readonly (string | number)[];

/** `['functions', 'report', 'timeoutSeconds']` → `functions.report.timeoutSeconds` */
export const formatPath = (path: Path): string => path.join('.');

/** Error or warning about an architecture. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** File as it was named; absent for an architecture that was given as an object. */
  readonly file?: string;
  /** Counted from 1; absent where the place isn't known. */
  readonly line?: number;
  /** Counted from 1; absent where the place isn't known. */
  readonly column?: number;
  /** Place in the architecture, such as `functions.report.timeoutSeconds`; empty for the whole. */
  readonly path: string;
  /** Actual value and allowed values. Lower case, no full stop. */
  readonly message: string;
  /** Advice on what to change; absent where the message says it. */
  readonly hint?: string;
}

/** Line and column, counted from 1. */
export interface Position {
  /** The file that has them. @default the architecture's own file */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

/** Problem before its place in the file is looked up. */
export interface Finding {
  /** @default 'error' */
  readonly severity?: 'error' | 'warning';
  readonly path: Path;
  readonly message: string;
  readonly hint?: string;
  /** Part that is wrong: the key or the value. @default 'value' */
  readonly at?: 'key' | 'value';
  /** Position if the path leads elsewhere, as with the second of two equal keys. @default the position of the path */
  readonly position?: Position;
  /** Fields that the finding rests on: it is doubtful while one of them is. @default the value at the path */
  readonly restsOn?: readonly Path[];
  /** True if the value at the path is known all the same: of two equal keys, the first one counts. @default false */
  readonly isSecondKey?: boolean;
}

/** Positions of a source's values. */
export interface Positions {
  /** The source's file; absent for an architecture that was given as an object. */
  readonly file?: string;
  position(path: Path, at?: 'key' | 'value'): Position | undefined;
}

/** Turns a finding into a problem, with its place in the file. */
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

/** Turns findings into problems, in the order of the file; those of an overlay come last. */
export function problemsOf(findings: readonly Finding[], source: Positions): Problem[] {
  const rank = ({ file }: Problem): number => (file === source.file ? 0 : 1);
  return findings
    .map((finding) => problemOf(finding, source))
    .sort((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/** `file:line:column: path: message (hint)` */
export function formatProblem({ severity, file, line, column, path, message, hint }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  // The content of a file must not control the terminal that shows its problems.
  return printable(
    [place, severity === 'warning' ? 'warning' : '', path, hint ? `${message} (${hint})` : message]
      .filter((part) => part !== '')
      .join(': '),
  );
}

/** Error that holds every problem of an architecture, each once. */
export class ArchitectureError extends Error {
  override readonly name = 'ArchitectureError';
  readonly problems!: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const byLine = new Map(problems.map((problem) => [formatProblem(problem), problem]));
    super([...byLine.keys()].join('\n'));
    // Node prints an error's enumerable fields below its message, which says the same.
    Object.defineProperty(this, 'problems', { value: [...byLine.values()], enumerable: false });
  }
}
