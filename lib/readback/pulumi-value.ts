import type { Json } from './document';
import { Join, Pointer } from './made';
import { isObject } from './resource';

/** A recorded value with its references as pointers. */
export function resolve(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolve);
  if (!isObject(value)) return value;
  const pointer = pointerIn(value);
  if (pointer) return pointer;
  const { $join: pieces, ...others } = value;
  if (Array.isArray(pieces) && isEmpty(others)) return new Join(pieces.map(resolve));
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, resolve(child)]));
}

/** Reads a reference; undefined for a map with anything else in it. */
function pointerIn({ $ref: reference, ...beside }: Json): Pointer | undefined {
  if (!isObject(reference) || !isEmpty(beside)) return undefined;
  const { path, ...places } = reference;
  const [[kind, at] = [], ...others] = Object.entries(places);
  if (typeof at !== 'string' || !Array.isArray(path) || others.length > 0) return undefined;
  // With a dot in a step, two paths would read alike.
  if (!path.every((step): step is string => typeof step === 'string' && !step.includes('.'))) return undefined;
  if (kind === 'config') return new Pointer('config', [at, ...path].join('.'));
  // An invoke's id is a token and never a URN, so what is one kind of reference is no other one.
  const isRight = at.startsWith('urn:') ? kind === 'urn' : kind === 'invoke' && at !== 'config';
  return isRight ? new Pointer(at, path.join('.')) : undefined;
}

const isEmpty = (map: object): boolean => Object.keys(map).length === 0;
