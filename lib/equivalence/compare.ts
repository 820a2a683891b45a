import type { Facts } from '../facts/facts';
import { isOutside } from '../facts/text-fact';
import { defaultEnvironment } from '../model/environment';
import type { Target } from '../model/target';
import type { Difference } from './difference';

/** Compares facts with their promise: every field that differs, and every property that no reader understood. */
export function compare(target: Target, expected: Facts, actual: Facts): Difference[] {
  // Another architecture has nothing to compare.
  if (expected.name !== actual.name) return [{ target, path: 'name', expected: expected.name, actual: actual.name }];
  // Nor has another environment, in which every name is another one.
  if (expected.env !== actual.env)
    return [
      { target, path: 'env', expected: expected.env ?? defaultEnvironment, actual: actual.env ?? defaultEnvironment },
    ];
  return [
    ...differences(promisable(expected), promisable(actual), []).map((difference) => ({ target, ...difference })),
    ...actual.unrecognized.map(({ resource, owner, path, value, note }) => ({
      target,
      path: `${owner ?? ''}!${[resource, ...path].join('.')}`,
      actual: value,
      resource,
      ...(note !== undefined && { note }),
    })),
  ];
}

/** The facts that a promise can state. */
const promisable = ({ unrecognized: _, notJudged: __, notJudgedIn: ___, unjudged: ____, ...facts }: Facts): object =>
  facts;

function differences(expected: unknown, actual: unknown, path: readonly string[]): Omit<Difference, 'target'>[] {
  if (isMap(expected) && isMap(actual) && !isOutside(expected) && !isOutside(actual)) {
    const keys = [...new Set([...Object.keys(expected), ...Object.keys(actual)])];
    return keys.flatMap((key) => differences(own(expected, key), own(actual, key), [...path, key]));
  }
  if (same(expected, actual)) return [];
  return [
    {
      path: path.join('.'),
      ...(expected !== undefined && { expected }),
      ...(actual !== undefined && { actual }),
    },
  ];
}

/** Compares lists as a whole, because their order has a meaning. An undefined field is absent. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => same(one, b[at]));
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(own(a, key), own(b, key)));
}

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (map: object, key: string): unknown =>
  Object.hasOwn(map, key) ? (map as Record<string, unknown>)[key] : undefined;
