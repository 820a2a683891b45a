import { formatPath, type Finding, type Path } from './problem';

/**
 * State of one architecture on its way through the phases of `resolve`: the findings so far, and the *open* places, whose
 * values nobody can rely on. A place is open once an error was found there, or while it waits for a parameter.
 * Two rules follow, and every phase keeps them:
 *
 * - A place is reported once: whatever a later phase finds at an open place, or below it, follows from what is known.
 * - A stand-in proves nothing: an open place gets stand-ins, and a finding that another stand-in would avoid isn't told.
 *
 * Example, a function with `memoryMiB: 64`, `http: publik` and `uses: { tables.nope: read }`:
 *
 * 1. parse finds both fields wrong. `functions.a.memoryMiB` and `functions.a.http` are open from now on.
 * 2. The function stays, with 128 MiB for the one and no URL for the other, so its `uses` is checked: a third error.
 * 3. `${functions.a.url}` elsewhere is no error: with `http: public`, another stand-in, there is a URL.
 */
export class Reading {
  readonly findings: Finding[] = [];
  private readonly places = new Map<string, Path>();
  /** All places above an open one. */
  private readonly above = new Set<string>();

  /** Open places, in the order in which they were opened. */
  get open(): readonly Path[] {
    return [...this.places.values()];
  }

  get hasErrors(): boolean {
    return this.findings.some(isError);
  }

  /** Keeps findings, and opens the place of each error. */
  add(findings: readonly Finding[]): void {
    this.findings.push(...findings);
    for (const finding of findings) if (isError(finding) && !finding.isSecondKey) this.openPlace(finding.path);
  }

  openPlace(path: Path): void {
    if (path.length === 0) return;
    this.places.set(formatPath(path), path);
    for (let length = 1; length < path.length; length++) this.above.add(formatPath(path.slice(0, length)));
  }

  /** True at an open place, and below one. */
  isOpen(path: Path): boolean {
    return path.some((_, index) => this.places.has(formatPath(path.slice(0, index + 1))));
  }

  /** True also for a field with an open place below it: `code` as a whole depends on `code.aws`. */
  dependsOnOpen(path: Path): boolean {
    const isField = path.length > 2;
    return this.isOpen(path) || (isField && this.above.has(formatPath(path)));
  }
}

const isError = ({ severity = 'error' }: Finding): boolean => severity === 'error';
