import type { ResolvedArchitecture } from './architecture';
import { parameterValues } from './parameter-values';
import { declaredParameters } from './parameter-specs';
import type { ParameterSource, ParameterValue } from './parameters';
import { parseTree, isWithin } from './parse';
import { ArchitectureError, problemsOf, type Finding, type Problem } from './problem';
import type { Source } from './source';
import { substitute } from './substitute';
import type { Target } from './target';

/** An architecture with every value it needs, and where each of them comes from. */
export interface Resolved {
  readonly architecture: ResolvedArchitecture;
  readonly source: Source;
  /** The parameters that have a value. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** By path: `default`, `file:line:column`, or the text of the parameter's source. */
  readonly origins: Readonly<Record<string, string>>;
  readonly warnings: readonly Problem[];
}

/** How an architecture is resolved. */
export interface ResolveOptions {
  /** Checks types only where parameters have no value. @default false */
  readonly typesOnly?: boolean;
  /** Narrows the architecture's own targets. @default the architecture's targets */
  readonly targets?: readonly Target[];
}

/**
 * Gives an architecture its parameters' values and defaults, and checks it.
 * @throws ArchitectureError with everything that is wrong
 */
export function resolve(source: Source, sources: readonly ParameterSource[], options: ResolveOptions = {}): Resolved {
  void options;
  const declared = declaredParameters(source.tree);
  const { values, findings: valueFindings } = parameterValues(declared.specs, sources);
  const substituted = substitute(declared.tree, { declared: declared.specs, values });
  const parsed = parseTree(substituted.tree);
  const findings: Finding[] = [
    ...source.findings,
    ...declared.findings,
    ...valueFindings,
    ...substituted.findings,
    ...parsed.findings.filter(({ path }) => !isWithin(path, substituted.failed)),
  ];
  const problems = problemsOf(findings, source);
  if (!parsed.architecture || problems.some(({ severity }) => severity === 'error'))
    throw new ArchitectureError(problems);
  return {
    architecture: freeze(parsed.architecture),
    source,
    parameters: Object.fromEntries([...values].map(([name, { value }]) => [name, value])),
    origins: {},
    warnings: problems,
  };
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const field of Object.values(value)) freeze(field);
  }
  return value;
}
