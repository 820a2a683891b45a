import { archiveCode, checkCode, type CodeFound, type CodeRequest } from '../archive/code';
import type { ResolvedFunction } from '../model/function';
import { ArchitectureError, problemOf, type Finding, type Problem } from '../model/problem';
import type { Resolved } from '../model/resolve';
import type { Cloud } from '../model/target';

/** A function's code as it is deployed. */
export interface CodeArchive {
  /** A `.zip` on this machine. */
  readonly path: string;
  readonly sha256: string;
  /** True for an empty archive: the code was missing, and `withoutCode` allows that. */
  readonly empty: boolean;
  /** Its size. */
  readonly bytes: number;
}

/** The archives of all functions, by the functions' names. */
export type CodeArchives = Readonly<Record<string, CodeArchive>>;

/** The code of every function, archived. */
interface Archived {
  readonly archives: CodeArchives;
  /** The same as those of `codeWarnings`, without looking at the code again. */
  readonly warnings: readonly Problem[];
}

/**
 * Archives the code of every function for one cloud.
 * @throws ArchitectureError if some of it isn't there, and `withoutCode` doesn't allow that
 */
export function archivesOf(resolved: Resolved, cloud: Cloud, withoutCode: boolean): Archived {
  const { architecture, source } = resolved;
  const archives: Record<string, CodeArchive & Pick<CodeFound, 'warnings'>> = {};
  const findings: Finding[] = [];
  for (const name of Object.keys(architecture.functions).sort()) {
    const code = archiveCode({ ...requestFor(architecture.functions[name]!, cloud, source.directory), withoutCode });
    if (code.kind === 'archive') archives[name] = code;
    else findings.push(findingOn(name, 'error', code));
  }
  if (findings.length > 0) {
    throw new ArchitectureError(onceEach(findings, resolved, cloud).map((finding) => problemOf(finding, source)));
  }
  const doubts = Object.keys(architecture.functions).flatMap((name) => doubtsOf(name, archives[name]!));
  return { archives, warnings: onceEach(doubts, resolved, cloud).map((finding) => problemOf(finding, source)) };
}

/**
 * Finds errors and warnings about the code of every function for one cloud, without archiving it. Functions of which
 * `isKnown` is false are left out, because something about their code isn't known yet.
 */
export function codeProblems(
  resolved: Resolved,
  cloud: Cloud,
  isKnown: (name: string) => boolean = () => true,
): Problem[] {
  const { architecture, source } = resolved;
  const known = Object.entries(architecture.functions).filter(([name]) => isKnown(name));
  const findings = known.flatMap(([name, spec]) => {
    const code = checkCode(requestFor(spec, cloud, source.directory));
    return code.kind === 'problem' ? [findingOn(name, 'error', code)] : doubtsOf(name, code);
  });
  return onceEach(findings, resolved, cloud).map((finding) => problemOf(finding, source));
}

/** Warnings about the code of every function for one cloud. */
export const codeWarnings = (resolved: Resolved, cloud: Cloud): Problem[] =>
  codeProblems(resolved, cloud).filter(({ severity }) => severity === 'warning');

const requestFor = (spec: ResolvedFunction, cloud: Cloud, directory: string): CodeRequest => ({
  directory,
  code: spec.code[cloud] ?? '',
  runtime: spec.runtime,
  handler: spec.handler[cloud] ?? '',
  architecture: spec.architecture,
  cloud,
});

/** Findings without those of code that several functions share: each is given at the first. */
function onceEach(findings: readonly Finding[], { architecture }: Resolved, cloud: Cloud): Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) {
    const code = architecture.functions[String(finding.path[1])]?.code[cloud];
    const key = JSON.stringify([code, finding.message]);
    if (!first.has(key)) first.set(key, finding);
  }
  return [...first.values()];
}

const doubtsOf = (name: string, { warnings }: Pick<CodeFound, 'warnings'>): Finding[] =>
  warnings.map((warning) => findingOn(name, 'warning', warning));

const findingOn = (
  name: string,
  severity: 'error' | 'warning',
  { message, hint }: { readonly message: string; readonly hint?: string },
): Finding => ({ severity, path: ['functions', name, 'code'], message, ...(hint && { hint }) });
