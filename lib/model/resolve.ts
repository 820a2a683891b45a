import type { ResolvedArchitecture } from './architecture';
import { certain, writtenNames } from './certain';
import { emptiness } from './literal-check';
import { narrow } from './narrow';
import { isEngineValue } from './engine-value';
import { findLater } from './not-yet';
import { originsOf } from './origins';
import { readParameters, type Parameters } from './parameter-values';
import { howToSet, type ParameterSource, type ParameterValue } from './parameters';
import { parse } from './parse';
import { ArchitectureError, formatPath, problemsOf, type Finding, type Path, type Problem } from './problem';
import { Reading } from './reading';
import type { Source } from './source';
import { substitute, type Substituted } from './substitute';
import type { Target } from './target';
import { checkTypes, sampleOf } from './type-check';
import { unsetParameters } from './unset';
import { validate } from './validate';

/** An architecture with every value it needs, and where each of them comes from. */
export interface Resolved {
  /** Plain data, deeply frozen. */
  readonly architecture: ResolvedArchitecture;
  /** The environment's part in names. @default none, as for `dev` */
  readonly env?: string;
  readonly source: Source;
  /** The parameters that have a plain value. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** By parameter: the values that only an engine has, as they were given. They aren't plain data. */
  readonly held: Readonly<Record<string, unknown>>;
  /** By path: `default`, `file:line:column`, or the text of the parameter's source. */
  readonly origins: Readonly<Record<string, string>>;
  /** By path: the parameter without a value. The field is left out; with `typesOnly`, a stand-in may be there instead. */
  readonly unset: Readonly<Record<string, string>>;
  readonly warnings: readonly Problem[];
}

/** Options of `resolve`. */
export interface ResolveOptions {
  /** Checks only the types of parameters without values, and fills required fields with stand-ins. @default false */
  readonly typesOnly?: boolean;
  /** Narrows the architecture's own targets. @default the architecture's targets */
  readonly targets?: readonly Target[];
  /**
   * Further checks, run with the architecture's targets narrowed, and with the environment's part in names. After an
   * error they get the rest of the architecture.
   * @default only the checks that hold for every cloud
   */
  readonly checks?: (architecture: ResolvedArchitecture, env?: string) => readonly Finding[];
}

/**
 * Resolves an architecture in four phases. Each tells all the problems that it finds, and leaves the rest to the next:
 *
 * 1. *substitute*: `memoryMiB: ${parameters.size}` → `memoryMiB: 512`, `${tables.t.name}` → a parsed reference
 * 2. *parse*: the schema's types, bounds and defaults → a `ResolvedArchitecture`
 * 3. *narrow*: the targets that are asked for
 * 4. *check*: what parts say of each other, then what each cloud can't do
 *
 * Example: `size: lots` on the command line, and `uses: { tables.nope: read }` in the same function. Phase 1 reports the
 * parameter, at its declaration, and opens `functions.a.memoryMiB`. Phase 2 says nothing about it, and goes on with
 * a stand-in. Phase 4 reports the unknown table. `Reading` holds what one phase knows for the next.
 *
 * @throws ArchitectureError with every problem, if one of them is an error
 */
export function resolve(source: Source, sources: readonly ParameterSource[], options: ResolveOptions = {}): Resolved {
  const reading = new Reading();
  reading.add(source.findings);
  const parameters = readParameters(source.tree, sources);
  reading.add(parameters.findings);
  const later = findLater(parameters.tree);
  reading.add(later.findings);
  for (const path of later.paths) reading.openPlace(path);

  const substituted = substituteOpenly(parameters, reading, options);
  const variants = parse(substituted.tree, reading, (finding) => explain(finding, substituted, parameters));
  const [architecture] = variants;
  if (!architecture) throw new ArchitectureError(problemsOf(reading.findings, source));
  const targets = narrow(architecture, options.targets ?? [], reading);
  const names = writtenNames(source.tree, reading);
  const isGiven = (path: Path): boolean => substituted.filled.has(formatPath(path));
  const { checks = () => [] } = options;
  reading.add([
    ...certain(variants, (variant) => validate(variant, names, isGiven), reading),
    ...certain(variants, (variant) => checks({ ...variant, targets: [...targets] }, source.env), reading),
  ]);

  // Beside an error they would be noise.
  if (!reading.hasErrors)
    reading.add([
      ...emptiness(architecture, names),
      ...(options.typesOnly ? [] : unsetParameters(parameters, substituted)),
    ]);
  const problems = problemsOf(reading.findings, source);
  if (reading.hasErrors) throw new ArchitectureError(problems);
  const resolved = freeze({
    ...architecture,
    targets: [...targets],
    parameters: Object.fromEntries(parameters.specs),
  });
  return {
    architecture: resolved,
    ...(source.env !== undefined && { env: source.env }),
    source,
    parameters: plainValues(parameters),
    held: Object.fromEntries(parameters.held),
    origins: originsOf(resolved, source, substituted, parameters.values),
    unset: Object.fromEntries([...substituted.unset].map(([path, { parameter }]) => [path, parameter])),
    warnings: problems,
  };
}

/** Substitutes parameters, and opens each place that waits for a value: of a parameter that is wrong, or of any without. */
function substituteOpenly(parameters: Parameters, reading: Reading, { typesOnly }: ResolveOptions): Substituted {
  const { tree, specs, values, faulty } = parameters;
  const waits = (parameter: string): boolean => typesOnly === true || faulty.has(parameter);
  const sample = (parameter: string) => (waits(parameter) ? sampleOf(specs.get(parameter)!.type) : undefined);
  const substituted = substitute(tree, {
    declared: specs,
    values,
    // A whole value is left out, so that its default applies; a text or a list must hold something.
    standIn: (path, parameter, whole) => (whole && typeof path.at(-1) === 'string' ? undefined : sample(parameter)),
  });
  reading.add(substituted.findings);
  const waiting = [...substituted.unset.values()].filter(({ parameter }) => waits(parameter));
  if (typesOnly && waiting.length > 0) {
    const everywhere = substitute(tree, { declared: specs, values, standIn: (_, parameter) => sample(parameter) });
    reading.add(checkTypes(everywhere, specs).filter(({ path }) => !reading.isOpen(path)));
  }
  for (const { path } of waiting) reading.openPlace(path);
  return substituted;
}

/** Says what a value's parameter has to do with what is wrong with it. */
function explain(finding: Finding, { unset, filled }: Substituted, { values }: Parameters): Finding {
  const path = formatPath(finding.path);
  const waiting = unset.get(path);
  if (waiting)
    return {
      ...finding,
      at: 'value',
      message: `${finding.message}, but parameter ${waiting.parameter} has no value`,
      hint: howToSet(waiting.parameter),
    };
  const given = filled.get(path);
  if (given === undefined || isEngineValue(values.get(given)?.value)) return finding;
  const from = values.get(given)?.from;
  return {
    ...finding,
    hint: from === undefined ? `the default of parameter ${given}` : `parameter ${given}, from ${from}`,
  };
}

const plainValues = ({ values }: Parameters): Resolved['parameters'] =>
  Object.fromEntries(
    [...values].flatMap(([name, { value }]) => (isEngineValue(value) ? [] : [[name, value] as const])),
  );

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const field of Object.values(value)) freeze(field);
  }
  return value;
}
