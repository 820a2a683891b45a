import fc from 'fast-check';
import type { $ZodType } from 'zod/v4/core';
import { architectureSpec } from '../../lib/model/architecture';
import { constantCase, reservedParameterNames, type ParameterValue } from '../../lib/model/parameters';
import { schemasAt } from '../../lib/model/schema';
import { giving, pick, type Giving } from './pieces';
import { text, written } from './text';

/** What is done about parameters, before it is known where they can stand. */
export const parameters = fc.record({
  names: fc.uniqueArray(
    fc
      .oneof(
        fc.constantFrom('x', 'provisionedConcurrency', 'toString', 'aBC', 'uRL2', 'valueOf', 'n0', 'default', 'type'),
        fc.stringMatching(/^[a-z][A-Za-z0-9]{0,24}$/),
      )
      .filter((name) => !(reservedParameterNames as readonly string[]).includes(name) && name !== 'constructor'),
    { selector: constantCase, maxLength: 6 },
  ),
  described: fc.option(text(), { nil: undefined, freq: 3 }),
  /** Values that are taken out of the architecture and written as parameters. */
  taken: fc.array(fc.record({ at: pick, giving, cut: fc.option(pick, { nil: undefined, freq: 2 }) }), { maxLength: 4 }),
  /** Fields that are left out, and written as parameters without a value instead. */
  unset: fc.array(pick, { maxLength: 2 }),
});
export type RawParameters = typeof parameters extends fc.Arbitrary<infer T> ? T : never;

type Tree = Record<string, unknown>;
type Place = readonly (string | number)[];

/** Declares parameters, and puts them where values stood. */
export class Parameters {
  readonly declared: Record<string, Tree> = {};
  readonly values: Record<string, ParameterValue> = {};
  /** Whether the architecture is also valid without the values that are given. */
  defaultsHold = true;
  private readonly variables = new Set<string>();

  constructor(private readonly raw: RawParameters) {}

  /** Declares a parameter that has a value, and tells how it is written. */
  declare(value: ParameterValue, from: Giving): string {
    const name = this.freshName();
    // Empty text that is given is no value.
    const how = value === '' ? 'default' : from;
    const asWritten = typeof value === 'string' ? written(value) : value;
    const otherDefault = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : 'another';
    this.add(name, typeof value, how === 'given' ? undefined : how === 'both' ? otherDefault : asWritten);
    if (how !== 'default') this.values[name] = value;
    return `\${parameters.${name}}`;
  }

  /** Declares a parameter without a value, which may be said to be on purpose. */
  declareUnset(type: string): string {
    const name = this.freshName();
    this.add(name, type, undefined);
    if (this.raw.described !== undefined) this.declared[name]!['optional'] = true;
    return `\${parameters.${name}}`;
  }

  /** Writes some of a tree's values as parameters, and some fields that it doesn't have. */
  replaceIn(tree: Tree): void {
    for (const { at, giving: from, cut } of this.raw.taken) {
      const places = [...leavesOf(tree, [])];
      const [place, value] = places[at % Math.max(places.length, 1)] ?? [];
      if (place === undefined || value === undefined) continue;
      if (typeof value !== 'string' || cut === undefined) {
        set(tree, place, this.declare(value, from));
        if (from === 'both') this.defaultsHold = false;
        continue;
      }
      const [start, end] = [cut % (value.length + 1), (cut * 7) % (value.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      // A dollar before a brace would be the way to write a literal one, and no half of a pair can be written.
      if (/[$\ud800-\udbff]$/.test(value.slice(0, start)) || /[\ud800-\udbff]$/.test(value.slice(0, end))) continue;
      set(tree, place, value.slice(0, start) + this.declare(value.slice(start, end), from) + value.slice(end));
      if (from !== 'default') this.defaultsHold = false;
    }
    for (const at of this.raw.unset) {
      const places = [...absentIn(tree, [])];
      const [place, type] = places[at % Math.max(places.length, 1)] ?? [];
      if (place !== undefined && type !== undefined) set(tree, place, this.declareUnset(type));
    }
  }

  private freshName(): string {
    const known = Object.keys(this.declared).length;
    const names = [...this.raw.names, ...Array.from({ length: 99 }, (_, index) => `p${index}`)].slice(known);
    return names.find((name) => !this.variables.has(constantCase(name)))!;
  }

  private add(name: string, type: string, byDefault: ParameterValue | undefined): void {
    this.variables.add(constantCase(name));
    const { described } = this.raw;
    this.declared[name] = {
      type,
      ...(byDefault !== undefined && { default: byDefault }),
      ...(described !== undefined && { description: written(described) }),
    };
  }
}

/** Every value that a parameter can stand for; a text with a dollar and a brace is more than a value. */
function* leavesOf(value: unknown, path: Place): Generator<readonly [Place, ParameterValue]> {
  if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value))
      yield* leavesOf(child, [...path, Array.isArray(value) ? Number(key) : key]);
  } else if (
    typeof value !== 'string' ? value !== undefined && value !== null : !value.includes('${') && path[0] !== 'outputs'
  ) {
    yield [path, value as ParameterValue];
  }
}

/** Every field that could stand in one of the maps, and does not, and the type of its value. */
function* absentIn(value: unknown, path: Place): Generator<readonly [Place, string]> {
  if (typeof value !== 'object' || value === null) return;
  for (const { _zod } of schemasAt(architectureSpec, path)) {
    if (_zod.def.type !== 'object' || !isMeant(_zod.def.shape, value)) continue;
    for (const [key, child] of Object.entries(_zod.def.shape)) {
      if (Object.hasOwn(value, key) || child._zod.optin !== 'optional') continue;
      const types = new Set(schemasAt(architectureSpec, [...path, key]).map(typeOf));
      const [type] = types;
      if (types.size === 1 && type !== undefined) yield [[...path, key], type];
    }
  }
  for (const [key, child] of Object.entries(value))
    yield* absentIn(child, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** Whether a map is one of these, of several that could stand at its place: it has what they need. */
const isMeant = (shape: Readonly<Record<string, $ZodType>>, map: object): boolean =>
  Object.entries(shape).every(([key, { _zod }]) => _zod.optin === 'optional' || Object.hasOwn(map, key));

function typeOf({ _zod: { def } }: ReturnType<typeof schemasAt>[number]): string | undefined {
  switch (def.type) {
    case 'string':
    case 'number':
    case 'boolean':
      return def.type;
    case 'enum':
      return 'string';
    case 'literal':
      return typeof def.values[0];
    default:
      return undefined;
  }
}

function set(tree: Tree, path: Place, value: unknown): void {
  let map = tree as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) map = map[key] as Tree;
  map[path.at(-1)!] = value;
}
