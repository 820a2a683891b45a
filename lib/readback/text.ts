import { joinFacts, type TextFact } from '../facts/text-fact';
import { textOf, type Place } from './places';
import { isMade, piecesOf } from './made';
import { outside } from './outside';
import { equal, isObject } from './resource';

/** The meaning of a reference in a text, in the model's own form. */
export interface Meaning {
  readonly reference: string;
  /** The text that has to come before it, since a `url` includes it: `https://`. @default nothing */
  readonly after?: string;
  /** The meaning where `after` doesn't come before it. @default none */
  readonly otherwise?: string;
  /** The pieces that have to follow, and belong to it. @default none */
  readonly before?: readonly unknown[];
}

/** Finds the meaning of a pointer, or of an expression around one. `next` are the pieces that follow. */
export type Lookup = (piece: unknown, next: readonly unknown[]) => Meaning | undefined;

/** A lookup that also puts back an app's own literals for account, project and region. */
export const orWritten =
  (places: readonly Place[], lookup: Lookup): Lookup =>
  (piece, next) => {
    const text = textOf(piece, places);
    return text === undefined ? lookup(piece, next) : { reference: text };
  };

/** Reads a text into the model's own form; undefined if a reference in it has no meaning. */
export function readText(value: unknown, lookup: Lookup): string | undefined {
  const text = readTextFact(value, lookup);
  return typeof text === 'string' ? text : undefined;
}

/** Reads a text into the model's own form, and states each piece without a meaning as it is. */
export function readTextFact(value: unknown, lookup: Lookup): TextFact {
  let rest = piecesOf(value);
  let text = '';
  const read: TextFact[] = [];
  while (rest.length > 0) {
    const [piece, ...behind] = rest;
    rest = behind;
    if (typeof piece === 'string') {
      text += piece.replaceAll('${', () => '$${');
      continue;
    }
    const { reference: found, after = '', otherwise, before = [] } = lookup(piece, behind) ?? {};
    const remaining = without(before, behind);
    const isAfter = text.endsWith(after);
    const reference = isAfter ? found : otherwise;
    if (reference === undefined || !remaining) {
      read.push(text, outside(piece));
      text = '';
      continue;
    }
    text = (isAfter ? text.slice(0, text.length - after.length) : text) + reference;
    rest = remaining;
  }
  return joinFacts([...read, text]);
}

/** The pieces after `wanted`, whose last text may be longer; undefined if `pieces` don't begin with `wanted`. */
function without(wanted: readonly unknown[], pieces: readonly unknown[]): readonly unknown[] | undefined {
  if (wanted.length === 0) return pieces;
  const head = pieces.slice(0, wanted.length - 1);
  const [last, next] = [wanted.at(-1), pieces[wanted.length - 1]];
  if (!equal(head, wanted.slice(0, -1))) return undefined;
  const behind = pieces.slice(wanted.length);
  if (typeof last !== 'string' || typeof next !== 'string')
    return equal(last, next) && next !== undefined ? behind : undefined;
  if (!next.startsWith(last)) return undefined;
  return next === last ? behind : [next.slice(last.length), ...behind];
}

/** Reads a map of texts into the model's own form, each for itself; undefined if it is no map. */
export function readTexts(value: unknown, lookup: Lookup): Record<string, TextFact> | undefined {
  if (value === undefined) return {};
  if (!isObject(value) || Array.isArray(value) || isMade(value)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, readTextFact(text, lookup)]));
}
