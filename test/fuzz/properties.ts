import { isDeepStrictEqual } from 'node:util';
import { check } from '../../lib/cloud/check';
import { load } from '../../lib/model/load';
import { ArchitectureError } from '../../lib/model/problem';
import { resolve, type Resolved } from '../../lib/model/resolve';
import { cloudOf, type Cloud, type Target } from '../../lib/model/target';
import { propSource } from '../../lib/settings/flags';
import { reasonsFor } from '../reasons';
import { counted, estimateOf } from '../template';
import type { Valid } from './architecture';
import { forms, type Form, type Rendered, type Workshop } from './workshop';

/** Something that should hold of every valid architecture, and doesn't of one. */
export class Broken extends Error {
  override readonly name = 'Broken';

  constructor(
    /** What should hold. */
    readonly property: string,
    /** What was found instead, a line each. */
    readonly found: readonly string[],
    readonly target?: Target,
  ) {
    super([`${target ? `${target}: ` : ''}${property}`, ...found].join('\n'));
  }
}

/** Written as YAML, as JSON and as an object, an architecture is the same, and what was written comes out of it. */
export function sameInEveryForm({ tree, parameters }: Valid, workshop: Workshop): void {
  const resolved = forms.map((form) => {
    const staged = workshop.stage(tree, form);
    const source = load(staged);
    hold(isDeepStrictEqual(source.tree, tree), `what is written as ${form} comes out of it`, [
      JSON.stringify(source.tree),
      JSON.stringify(tree),
    ]);
    return orBroken('every form can be resolved', () => workshop.resolve(staged, parameters).architecture);
  });
  for (const one of resolved)
    hold(isDeepStrictEqual(one, resolved[0]), 'every form means the same', [
      JSON.stringify(one),
      JSON.stringify(resolved[0]),
    ]);
}

/** The order in which maps are written means nothing. */
export function sameInEveryOrder({ tree, parameters }: Valid, workshop: Workshop): void {
  const [here, there] = [tree, reordered(tree)].map((one) =>
    orBroken('every order can be resolved', () => workshop.resolve(one, parameters).architecture),
  );
  hold(isDeepStrictEqual(here, there), 'the order of maps means nothing', [
    JSON.stringify(here),
    JSON.stringify(there),
  ]);
}

/** `triptych validate` says no errors, with or without values for parameters, but for what a cloud refuses. */
export function validates({ tree, parameters, defaultsHold, refused }: Valid, workshop: Workshop): void {
  const source = load(workshop.stage(tree, 'yaml'));
  const all = [...refused.aws, ...refused.gcp];
  const onTheTargets = (path: string) => all.includes(path);
  const errors = errorsOf(() => resolve(source, [propSource(parameters)], { checks: check })).filter(
    ({ path }) => !onTheTargets(path),
  );
  hold(errors.length === 0, 'validate finds no error', errors.map(lineOf));
  if (!defaultsHold) return;
  // What is refused may be the value of a parameter.
  const unexpected = errorsOf(() => resolve(source, [], { typesOnly: true, checks: check })).filter(
    ({ path, message }) => !(onTheTargets(path) && message.startsWith('is refused on ')),
  );
  hold(unexpected.length === 0, 'validate finds no error where parameters have no value', unexpected.map(lineOf));
}

/** How much is asked of a rendering. */
export interface Asked {
  /** Also: once more the same way, in an order of its own, in every form. */
  readonly twice?: boolean;
  readonly inAnotherOrder?: boolean;
  readonly forms?: readonly Form[];
  /** In an environment, too. */
  readonly env?: string;
}

/** A target renders an architecture so that it reads back equal, or refuses it for the reasons that are known. */
export async function rendersOrRefuses(
  valid: Valid,
  target: Target,
  workshop: Workshop,
  asked: Asked = {},
): Promise<'rendered' | 'refused'> {
  const { tree, parameters, refused, withoutCode } = valid;
  const cloud = cloudOf(target);
  if (refused[cloud].length > 0) {
    refuses(valid, target, cloud, workshop);
    return 'refused';
  }
  const render = (one: Valid['tree'], form: Form, env?: string): Promise<Rendered> =>
    workshop.render(workshop.stage(one, form), parameters, target, withoutCode, env).catch((error: unknown) => {
      throw new Broken('renders what it has no reason to refuse', [textOf(error)], target);
    });
  const first = await render(tree, 'yaml');
  const readsBack = ({ differences }: Rendered, property: string): void =>
    hold(
      differences.length === 0,
      property,
      differences.map(
        ({ path, expected, actual }) => `${path}: expected ${JSON.stringify(expected)} got ${JSON.stringify(actual)}`,
      ),
      target,
    );
  readsBack(first, 'reads back as what the model promises');
  if (target === 'aws-cdk') countsRight(first, workshop.resolve(workshop.stage(tree, 'yaml'), parameters, [target]));
  if (asked.env !== undefined)
    readsBack(await render(tree, 'yaml', asked.env), `reads back as what the model promises in ${asked.env}`);
  if (asked.twice) sameBytes(first, await render(tree, 'yaml'), 'renders the same bytes twice', target);
  for (const form of asked.forms ?? [])
    sameBytes(first, await render(tree, form), `renders the same bytes from ${form}`, target);
  if (asked.inAnotherOrder)
    sameBytes(first, await render(reordered(tree), 'yaml'), 'renders the same whatever the order of maps', target);
  return 'rendered';
}

function refuses({ tree, parameters, refused }: Valid, target: Target, cloud: Cloud, workshop: Workshop): void {
  const errors = errorsOf(() => workshop.resolve(workshop.stage(tree, 'yaml'), parameters, [target]));
  const found = errors.map(lineOf).sort();
  const known = refused[cloud].map((path) => `${path}: is refused on ${cloud}: ${reasonsFor(path, target)[0]}`).sort();
  hold(
    isDeepStrictEqual(found, known),
    'refuses for the reasons that are known',
    [`expected ${known.join(' · ')}`, `got ${found.join(' · ') || 'nothing'}`],
    target,
  );
}

/** `validate` counts what a template will have: types of resources, outputs, bytes. */
function countsRight({ files }: Rendered, { architecture }: Resolved): void {
  const [, template] = [...files].find(([path]) => path.endsWith('.template.json'))!;
  const found = counted(template.toString('utf8'), architecture);
  const expected = { ...estimateOf(architecture), size: 'as estimated' };
  hold(
    isDeepStrictEqual(found, expected),
    'has what validate counts',
    [`expected ${JSON.stringify(expected)}`, `got ${JSON.stringify(found)}`],
    'aws-cdk',
  );
}

function sameBytes(first: Rendered, second: Rendered, property: string, target: Target): void {
  const paths = [...new Set([...first.files.keys(), ...second.files.keys()])];
  const other = paths.filter((path) => {
    const [one, two] = [first.files.get(path), second.files.get(path)];
    return !one || !two || !one.equals(two);
  });
  hold(
    other.length === 0,
    property,
    other.map((path) => `${path}: ${firstDifference(first.files.get(path), second.files.get(path))}`),
    target,
  );
}

function firstDifference(one: Buffer | undefined, two: Buffer | undefined): string {
  if (!one || !two) return 'is there once';
  const lines = [one, two].map((bytes) => bytes.toString('utf8').split('\n'));
  const at = lines[0]!.findIndex((line, index) => line !== lines[1]![index]);
  return `line ${at + 1}: ${lines[0]![at]} → ${lines[1]![at]}`;
}

/** A tree whose maps are written the other way round. */
function reordered<T>(value: T): T {
  if (Array.isArray(value)) return value.map(reordered) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, child]) => [key, reordered(child)]),
  ) as T;
}

interface Said {
  readonly path: string;
  readonly message: string;
}

const lineOf = ({ path, message }: Said): string => `${path}: ${message}`;

/** The errors that an architecture has. */
function errorsOf(run: () => unknown): readonly Said[] {
  try {
    run();
  } catch (error) {
    if (error instanceof ArchitectureError) return error.problems.filter(({ severity }) => severity === 'error');
    throw error;
  }
  return [];
}

function orBroken<T>(property: string, run: () => T): T {
  const errors: Said[] = [];
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ArchitectureError)) throw new Broken(property, [textOf(error)]);
    errors.push(...error.problems);
  }
  throw new Broken(property, errors.map(lineOf));
}

const textOf = (error: unknown): string =>
  error instanceof ArchitectureError ? error.message : error instanceof Error ? String(error.stack) : String(error);

function hold(condition: boolean, property: string, found: readonly string[], target?: Target): asserts condition {
  if (!condition) throw new Broken(property, found, target);
}
