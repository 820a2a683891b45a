import type { Finding, Path, Positions } from './problem';

/** Architecture as it was written for one environment, before it is parsed. */
export interface Source extends Positions {
  /** The environment's part in names. @default none, as for `dev` */
  readonly env?: string;
  /** Absolute folder that `code` is relative to: that of the file, or the working folder for an object. */
  readonly directory: string;
  /** Plain data: maps, lists, strings, numbers, booleans and null. */
  readonly tree: unknown;
  /** Problems found so far; `resolve` reports them with all others. */
  readonly findings: readonly Finding[];
}

/** Offsets of a value and its key in a text. */
export interface Place {
  readonly offset: number;
  readonly keyOffset?: number;
  readonly children?: ReadonlyMap<string | number, Place>;
  /** True of a place in the overlay of an environment. @default false */
  readonly isOverlay?: boolean;
}

/** Offset in one of the texts of an architecture. */
export interface Point {
  readonly offset: number;
  readonly isOverlay: boolean;
}

/** Point of the value at a path; where there is none, of the nearest value above it. */
export function pointOf(root: Place, path: Path, at: 'key' | 'value' = 'value'): Point {
  let place = root;
  let which = at;
  for (const key of path) {
    const child = place.children?.get(key);
    if (!child) {
      which = 'key';
      break;
    }
    place = child;
  }
  const { offset, keyOffset = offset, isOverlay = false } = place;
  return { offset: which === 'key' ? keyOffset : offset, isOverlay };
}

/** Limits that no architecture reaches and no hostile file can pass. */
export const limits = { bytes: 1_000_000, depth: 32, values: 250_000, lexemes: 400_000, aliases: 100 } as const;

export const tooDeep = `is nested too deeply (at most ${limits.depth} levels)`;

/** Keys with a meaning in JavaScript itself. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Finding about a key that no map may have. */
export const keyFinding = (path: Path, key: string): Finding | undefined =>
  forbiddenKeys.has(key) ? { path: [...path, key], at: 'key', message: 'this name is not allowed' } : undefined;

/** Value at a path; undefined where there is none. */
export function valueAt(tree: unknown, path: Path): unknown {
  let value = tree;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
