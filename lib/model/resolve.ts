import type { ResolvedArchitecture } from './architecture';
import type { WrittenNames } from './existence';
import { kinds } from './name';
import { didYouMean } from './nearest';
import { findLater } from './not-yet';
import { originsOf } from './origins';
import { declaredParameters } from './parameter-specs';
import { parameterValues, type SetParameter } from './parameter-values';
import { howToSet, type ParameterSource, type ParameterValue } from './parameters';
import { isWithin } from './parse';
import { ArchitectureError, formatPath, problemsOf, type Finding, type Path, type Problem } from './problem';
import { readTree, readTypes, type Read } from './read';
import { valueAt, type Source } from './source';
import type { Substituted } from './substitute';
import type { Target } from './target';
import { validate } from './validate';

/** An architecture with every value it needs, and where each of them comes from. */
export interface Resolved {
  /** Plain data, deeply frozen. */
  readonly architecture: ResolvedArchitecture;
  readonly source: Source;
  /** The parameters that have a value. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** By path: `default`, `file:line:column`, or the text of the parameter's source. */
  readonly origins: Readonly<Record<string, string>>;
  /** Paths of what hangs on a parameter without a value, and that parameter: left out, or with `typesOnly` made up. */
  readonly unset: Readonly<Record<string, string>>;
  readonly warnings: readonly Problem[];
}

/** How an architecture is resolved. */
export interface ResolveOptions {
  /** Where parameters have no value, checks that their types fit, and makes up values that are needed. @default false */
  readonly typesOnly?: boolean;
  /** Narrows the architecture's own targets. @default the architecture's targets */
  readonly targets?: readonly Target[];
  /**
   * What else is checked, with the architecture's targets narrowed. Where something is wrong already, it sees the rest.
   * @default nothing: all that is checked holds for every cloud
   */
  readonly checks?: (architecture: ResolvedArchitecture) => readonly Finding[];
}

/**
 * Gives an architecture its parameters' values and its defaults, and checks all that holds for every cloud.
 * @throws ArchitectureError with everything that is wrong
 */
export function resolve(source: Source, sources: readonly ParameterSource[], options: ResolveOptions = {}): Resolved {
  const declared = declaredParameters(source.tree);
  const given = parameterValues(declared.specs, sources);
  const later = findLater(declared.tree);
  const faulty = new Set(
    [...declared.findings, ...given.findings].flatMap(({ path: [, name] }) =>
      name === undefined ? [] : [String(name)],
    ),
  );
  const known = { declared: declared.specs, values: given.values, faulty };
  const read = (options.typesOnly ? readTypes : readTree)(declared.tree, known);
  const { substituted, parsed } = read;

  const silenced = new Set([...substituted.failed, ...later.paths.map(formatPath), ...faultyPlaces(read, faulty)]);
  for (const { path, severity } of source.findings) if (severity !== 'warning') silenced.add(formatPath(path));
  if (options.typesOnly) for (const path of substituted.unset.keys()) silenced.add(path);
  // A value that was made up, or left out for now, says nothing about the one that will be there.
  const unknown = new Map([...substituted.unset].filter(([, name]) => options.typesOnly || faulty.has(name)));
  const isCertain = ({ path }: Finding): boolean => !hangsOn(path, unknown);
  const certain = parsed.architecture && withoutMadeUp(parsed.architecture, unknown);
  const narrowed = certain && narrow(certain, options.targets, unknown);
  const findings: Finding[] = [
    ...source.findings,
    ...declared.findings,
    ...given.findings,
    ...later.findings,
    ...substituted.findings,
    ...read.findings,
    ...parsed.findings
      .filter(({ path }) => !isWithin(path, silenced))
      .map((finding) => explain(finding, read, given.values)),
    ...(narrowed?.findings ?? []),
    ...(certain ? validate(certain, writtenNames(source.tree)).filter(isCertain) : []),
    ...(narrowed && options.checks ? options.checks(narrowed.architecture).filter(isCertain) : []),
  ];
  // What the schema refuses must never just be left out: then there is something to say, in whatever words.
  if (
    !options.typesOnly &&
    parsed.issues.length > 0 &&
    !findings.some(({ severity = 'error' }) => severity === 'error')
  ) {
    const inItsWords = parsed.issues.map(({ path, message }) => ({
      path: path as Path,
      message: `is refused: ${message}`,
    }));
    findings.push(...(parsed.findings.length > 0 ? parsed.findings : inItsWords));
  }
  const problems = problemsOf(findings, source);
  if (!narrowed || problems.some(({ severity }) => severity === 'error')) throw new ArchitectureError(problems);
  const architecture = freeze({ ...narrowed.architecture, parameters: Object.fromEntries(declared.specs) });
  return {
    architecture,
    source,
    parameters: Object.fromEntries([...given.values].map(([name, { value }]) => [name, value])),
    origins: originsOf(architecture, source, substituted, given.values),
    unset: Object.fromEntries(substituted.unset),
    warnings: problems,
  };
}

/** Says what a value's parameter has to do with what is wrong with it. */
function explain(finding: Finding, { substituted }: Read, values: ReadonlyMap<string, SetParameter>): Finding {
  const path = formatPath(finding.path);
  const unset = substituted.unset.get(path);
  if (unset !== undefined)
    return {
      ...finding,
      at: 'value',
      message: `${finding.message}, but parameter ${unset} has no value`,
      hint: howToSet(unset),
    };
  const filled = substituted.filled.get(path);
  if (filled === undefined) return finding;
  const from = values.get(filled)?.from;
  return {
    ...finding,
    hint: from === undefined ? `the default of parameter ${filled}` : `parameter ${filled}, from ${from}`,
  };
}

const faultyPlaces = ({ substituted: { unset } }: Read, faulty: ReadonlySet<string>): string[] =>
  [...unset].filter(([, parameter]) => faulty.has(parameter)).map(([path]) => path);

/** Targets that were made up are none: what they refuse says nothing. */
function withoutMadeUp(architecture: ResolvedArchitecture, unknown: Substituted['unset']): ResolvedArchitecture {
  const targets = architecture.targets.filter((_, index) => !unknown.has(formatPath(['targets', index])));
  return targets.length === architecture.targets.length ? architecture : { ...architecture, targets };
}

/** Whether a value that isn't known stands at a path or above it, or in the field that the path leads to. */
function hangsOn(path: Path, unknown: Substituted['unset']): boolean {
  if (isWithin(path, unknown)) return true;
  const isField = path.length > 2;
  return isField && [...unknown.keys()].some((key) => key.startsWith(`${formatPath(path)}.`));
}

function narrow(
  architecture: ResolvedArchitecture,
  asked: readonly Target[] | undefined,
  unknown: Substituted['unset'],
) {
  if (!asked || asked.length === 0) return { architecture, findings: [] };
  const mayBeAny = [...unknown.keys()].some((key) => key.startsWith('targets.'));
  const findings = asked
    .filter((target) => !mayBeAny && !architecture.targets.includes(target))
    .map((target): Finding => {
      const hint = didYouMean(target, architecture.targets) ?? `there are ${architecture.targets.join(', ')}`;
      return { path: ['targets'], message: `${target} is not among the architecture's targets`, hint };
    });
  return {
    architecture: { ...architecture, targets: architecture.targets.filter((target) => asked.includes(target)) },
    findings,
  };
}

function writtenNames(tree: unknown): WrittenNames {
  return Object.fromEntries(
    kinds.map((kind) => {
      const elements = valueAt(tree, [kind]);
      return [kind, typeof elements === 'object' && elements !== null ? Object.keys(elements) : []];
    }),
  ) as unknown as WrittenNames;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const field of Object.values(value)) freeze(field);
  }
  return value;
}
