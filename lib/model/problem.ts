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

/** `file:line:column: path: message (hint)` */
export function formatProblem({ severity, file, line, column, path, message, hint }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return [place, severity === 'warning' ? 'warning' : '', path, hint ? `${message} (${hint})` : message]
    .filter((part) => part !== '')
    .join(': ');
}

/** Every problem of an architecture, at once. */
export class ArchitectureError extends Error {
  override readonly name = 'ArchitectureError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
  }
}
