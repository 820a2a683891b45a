import type { Json } from './document';
import { isObject, type Pointer } from './resource';

/** A recorded value with its references as pointers. */
export function resolve(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolve);
  if (!isObject(value)) return value;
  const pointer = pointerIn(value);
  if (pointer) return pointer;
  const { $join: pieces, ...others } = value;
  if (Array.isArray(pieces) && isEmpty(others)) return { join: pieces.map(resolve) };
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, resolve(child)]));
}

/** Reads a reference; undefined for a map with anything else in it. */
function pointerIn({ $ref: reference, ...beside }: Json): Pointer | undefined {
  if (!isObject(reference) || !isEmpty(beside)) return undefined;
  const { path, ...places } = reference;
  const [[kind, at] = [], ...others] = Object.entries(places);
  if (typeof at !== 'string' || !Array.isArray(path) || others.length > 0) return undefined;
  if (kind === 'config') return { at: 'config', attribute: [at, ...(path as unknown[])].join('.') };
  return kind === 'urn' || kind === 'invoke' ? { at, attribute: path.join('.') } : undefined;
}

const isEmpty = (map: object): boolean => Object.keys(map).length === 0;
