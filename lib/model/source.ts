import type { Finding, Path, Positions } from './problem';

/** An architecture as it was written, before anything in it is understood. */
export interface Source extends Positions {
  /** The folder, absolute, that `code` is relative to: the file's, or the working folder for an object. */
  readonly directory: string;
  /** Plain data: maps, lists, strings, numbers, booleans and null. */
  readonly tree: unknown;
  /** What is already wrong with it; `resolve` reports it together with everything else. */
  readonly findings: readonly Finding[];
}

/** Where a value and its key stand in a text, as offsets. */
export interface Place {
  readonly offset: number;
  readonly keyOffset?: number;
  readonly children?: ReadonlyMap<string | number, Place>;
}

/** The offset of what a path leads to; where the path leads nowhere, of the nearest thing above it. */
export function offsetOf(root: Place, path: Path, at: 'key' | 'value' = 'value'): number {
  let place = root;
  for (const key of path) {
    const child = place.children?.get(key);
    if (!child) return place.keyOffset ?? place.offset;
    place = child;
  }
  return at === 'key' ? (place.keyOffset ?? place.offset) : place.offset;
}

/** Bounds that no architecture reaches and no hostile file can pass. */
export const limits = { bytes: 1_000_000, depth: 32, values: 250_000, lexemes: 400_000, aliases: 100 } as const;

export const tooDeep = `is nested too deeply (at most ${limits.depth} levels)`;

/** Keys that mean something to JavaScript itself. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** What is wrong with a key, whatever map it stands in. */
export const keyFinding = (path: Path, key: string): Finding | undefined =>
  forbiddenKeys.has(key) ? { path: [...path, key], at: 'key', message: 'this name is not allowed' } : undefined;

/** What a path leads to; undefined where it leads nowhere. */
export function valueAt(tree: unknown, path: Path): unknown {
  let value = tree;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
