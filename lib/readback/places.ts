import { isMade, isPointer, Join, piecesOf, Pointer } from './made';
import { equal, isObject } from './resource';

/** An account, project or region: the pointer that stands for it in an open artifact, and the literal of an app. */
export interface Place {
  readonly pointer: Pointer;
  /** A text, or a pointer at one of the app's own resources. */
  readonly written: unknown;
  /** The keys whose whole text is the literal. A project may be named like anything else in an artifact. */
  readonly keys: RegExp;
  /** The texts before and after the literal inside of a longer text, as sources of regular expressions. */
  readonly between: readonly (readonly [before: string, after: string])[];
}

/**
 * Replaces an app's literals for account, project and region by the pointers that stand for them, so that an artifact
 * for one account reads like one for all. A literal has to be where an architecture states such a place.
 */
export function withPlaces(value: unknown, places: readonly Place[], key = ''): unknown {
  if (places.length === 0) return value;
  if (typeof value === 'string')
    return joined(places.reduce<readonly unknown[]>((texts, place) => splitAt(texts, place, key), [value]));
  if (!isObject(value)) return value;
  if (isPointer(value)) {
    const here = places.find(({ written }) => equal(written, value));
    if (here) return here.pointer;
    // What the pointer itself means in this app is another place.
    return places.some(({ pointer }) => equal(pointer, value)) ? new Pointer('another place', value.attribute) : value;
  }
  if (value instanceof Join) return joined(value.join.flatMap((piece) => piecesOf(withPlaces(piece, places))));
  if (isMade(value)) return value;
  if (Array.isArray(value)) return value.map((item) => withPlaces(item, places, key));
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, withPlaces(child, places, name)]));
}

function splitAt(texts: readonly unknown[], { pointer, written, keys, between }: Place, key: string): unknown[] {
  if (typeof written !== 'string' || written === '') return [...texts];
  const literal = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const inside = new RegExp(between.map(([before, after]) => `(?<=${before})${literal}(?=${after})`).join('|'));
  return texts.flatMap((text) => {
    if (typeof text !== 'string') return [text];
    if (text === written && keys.test(key)) return [pointer];
    return text
      .split(inside)
      .flatMap((piece, index) => [...(index > 0 ? [pointer] : []), ...(piece === '' ? [] : [piece])]);
  });
}

function joined(list: readonly unknown[]): unknown {
  if (list.length === 0) return '';
  return list.length === 1 ? list[0] : new Join(list);
}

/** A text without references, with an app's literals put back; undefined if it has any other reference. */
export function plainText(value: unknown, places: readonly Place[]): string | undefined {
  const read = piecesOf(value).map((piece) => (typeof piece === 'string' ? piece : textOf(piece, places)));
  return read.every((piece) => piece !== undefined) ? read.join('') : undefined;
}

/** The app's literal that `piece` stands for, if that is a text. */
export function textOf(piece: unknown, places: readonly Place[]): string | undefined {
  const written = places.find(({ pointer }) => equal(pointer, piece))?.written;
  return typeof written === 'string' ? written : undefined;
}
