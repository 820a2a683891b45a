import { archiveCode } from '../archive/code';
import { ArchitectureError, problemOf, type Finding } from '../model/problem';
import type { Resolved } from '../model/resolve';
import type { Cloud } from '../model/target';

/** A function's code as it is deployed. */
export interface CodeArchive {
  /** A `.zip` on this machine. */
  readonly path: string;
  readonly sha256: string;
  /** True for an empty archive: the code was missing, and `withoutCode` allows that. */
  readonly empty: boolean;
}

/** The archives of all functions, by the functions' names. */
export type CodeArchives = Readonly<Record<string, CodeArchive>>;

/**
 * Archives the code of every function for one cloud.
 * @throws ArchitectureError if some of it isn't there, and `withoutCode` doesn't allow that
 */
export function archivesOf({ architecture, source }: Resolved, cloud: Cloud, withoutCode: boolean): CodeArchives {
  const archives: Record<string, CodeArchive> = {};
  const findings: Finding[] = [];
  for (const name of Object.keys(architecture.functions).sort()) {
    const spec = architecture.functions[name]!;
    const code = archiveCode({
      directory: source.directory,
      code: spec.code[cloud] ?? '',
      runtime: spec.runtime,
      handler: spec.handler[cloud] ?? '',
      architecture: spec.architecture,
      cloud,
      withoutCode,
    });
    if (code.kind === 'archive') archives[name] = code;
    else
      findings.push({
        path: ['functions', name, 'code'],
        message: code.message,
        ...(code.hint && { hint: code.hint }),
      });
  }
  if (findings.length > 0) throw new ArchitectureError(findings.map((finding) => problemOf(finding, source)));
  return archives;
}
