import type { $ZodIssue } from 'zod/v4/core';
import { architectureSpec, type ResolvedArchitecture } from './architecture';
import { describeIssue, findingsOf } from './issue';
import { kinds } from './name';
import { formatPath, type Finding, type Path } from './problem';

/** What a tree means, or what is wrong with it. */
export interface Parsed {
  /** The architecture; where something is wrong, without the elements and fields that are. */
  readonly architecture?: ResolvedArchitecture;
  readonly findings: readonly Finding[];
  /** What the findings were made of. */
  readonly issues: readonly $ZodIssue[];
}

/** Reads a tree without parameters as an architecture. */
export function parseTree(tree: unknown): Parsed {
  const parsed = architectureSpec.safeParse(tree, { error: describeIssue });
  if (parsed.success) return { architecture: parsed.data, findings: [], issues: [] };
  const { issues } = parsed.error;
  const findings = issues.flatMap((issue) => findingsOf(issue, architectureSpec, tree));
  const rest = architectureSpec.safeParse(without(tree, issues));
  return { ...(rest.success ? { architecture: rest.data } : {}), findings, issues };
}

/** A tree without the elements that have issues, so that what the others say of each other can still be checked. */
function without(tree: unknown, issues: readonly $ZodIssue[]): unknown {
  if (typeof tree !== 'object' || tree === null || Array.isArray(tree)) return tree;
  const copy: Record<string, unknown> = { name: 'unnamed', ...tree };
  const maps = new Set<string>([...kinds, 'outputs', 'parameters', 'tags']);
  const copied = new Set<string>();
  for (const issue of issues) {
    const [field, element] = issue.path as (string | number)[];
    if (field === undefined) {
      if (issue.code === 'unrecognized_keys') for (const key of issue.keys) delete copy[key];
    } else if (element === undefined || !maps.has(String(field))) {
      if (field === 'name') copy['name'] = 'unnamed';
      else delete copy[field];
    } else if (copy[field] !== undefined) {
      if (!copied.has(String(field))) copy[field] = { ...(copy[field] as object) };
      copied.add(String(field));
      delete (copy[field] as Record<string, unknown>)[element];
    }
  }
  return copy;
}

/** Whether a path is, or lies below, one of those in a set. */
export function isWithin(path: Path, paths: ReadonlySet<string> | ReadonlyMap<string, unknown>): boolean {
  return paths.size > 0 && path.some((_, index) => paths.has(formatPath(path.slice(0, index + 1))));
}
