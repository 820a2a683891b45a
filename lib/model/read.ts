import type { ParameterSpec } from './parameters';
import type { SetParameter } from './parameter-values';
import { parseTree, type Parsed } from './parse';
import { formatPath, type Finding, type Path } from './problem';
import { valueAt } from './source';
import { isAboutType, sampleOf, standInFor } from './stand-in';
import { substitute, type Substituted, type Substitution } from './substitute';

/** The parameters of an architecture, as far as they are known. */
export interface Known {
  readonly declared: ReadonlyMap<string, ParameterSpec>;
  readonly values: ReadonlyMap<string, SetParameter>;
  /** Parameters about which there already is a problem: nothing more is said where they stand. */
  readonly faulty: ReadonlySet<string>;
}

/** A tree with its parameters, and what it means. */
export interface Read {
  readonly substituted: Substituted;
  readonly parsed: Parsed;
  /** What was found beyond the tree's own findings. */
  readonly findings: readonly Finding[];
}

/** Reads a tree with its parameters' values. */
export function readTree(tree: unknown, known: Known): Read {
  return { ...run(tree, known, standInForFaulty(known)), findings: [] };
}

/**
 * Reads a tree in which parameters may have no value: each is checked with a sample of its type first, and then left
 * out, or where that can't be, replaced with something that its field allows.
 */
export function readTypes(tree: unknown, known: Known): Read {
  const sample = (parameter: string) => sampleOf(known.declared.get(parameter)!.type);
  const typed = run(tree, known, (_, parameter) => sample(parameter));
  const wrong = new Set(
    typed.parsed.issues
      .filter((issue) => {
        const parameter = typed.substituted.unset.get(formatPath(issue.path as Path));
        return parameter !== undefined && !known.faulty.has(parameter) && isAboutType(issue, sample(parameter));
      })
      .map(({ path }) => formatPath(path as Path)),
  );

  const needed = new Set<string>();
  const standIn: Substitution['standIn'] = (path, parameter, whole) => {
    const stays =
      !whole || typeof path.at(-1) === 'number' || needed.has(formatPath(path)) || known.faulty.has(parameter);
    return stays ? standInFor(path, sample(parameter)) : undefined;
  };
  const left = run(tree, known, standIn);
  for (const { path } of left.parsed.issues)
    if (valueAt(left.substituted.tree, path as Path) === undefined) needed.add(formatPath(path as Path));
  const final = needed.size === 0 ? left : run(tree, known, standIn);
  const uncertain = new Map(
    final.parsed.issues
      .map(({ path }) => [formatPath(path as Path), path as Path] as const)
      .filter(([key]) => !wrong.has(key)),
  );
  return {
    ...final,
    findings: [
      ...typed.parsed.findings
        .filter(({ path }) => wrong.has(formatPath(path)))
        .map(({ hint: _, ...finding }) => ({
          ...finding,
          hint: `parameter ${typed.substituted.unset.get(formatPath(finding.path))} is of another type`,
        })),
      ...[...uncertain].flatMap(([key, path]): Finding[] => {
        const parameter = final.substituted.unset.get(key);
        if (parameter === undefined || known.faulty.has(parameter)) return [];
        return [{ severity: 'warning', path, message: `can't be checked without a value of parameter ${parameter}` }];
      }),
    ],
  };
}

const standInForFaulty =
  ({ declared, faulty }: Known): Substitution['standIn'] =>
  (_, parameter) =>
    faulty.has(parameter) ? sampleOf(declared.get(parameter)!.type) : undefined;

function run(tree: unknown, known: Known, standIn: Substitution['standIn']): Omit<Read, 'findings'> {
  const substituted = substitute(tree, { ...known, ...(standIn ? { standIn } : {}) });
  return { substituted, parsed: parseTree(substituted.tree) };
}
