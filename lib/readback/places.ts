import { isMade, isPointer, Join, piecesOf, Pointer } from './made';
import { equal, isObject } from './resource';

/** An account, project or region: the pointer that stands for it in an open artifact, and the literal of an app. */
export interface Place {
  readonly pointer: Pointer;
  /** A text, or a pointer at one of the app's own resources. */
  readonly written: unknown;
}

/**
 * Replaces an app's literals for account, project and region by the pointers that stand for them, so that an artifact
 * for one account reads like one for all.
 */
export function withPlaces(value: unknown, places: readonly Place[]): unknown {
  if (places.length === 0) return value;
  if (typeof value === 'string') return joined(places.reduce(splitAt, [value]));
  if (!isObject(value)) return value;
  if (isPointer(value)) {
    const here = places.find(({ written }) => equal(written, value));
    if (here) return here.pointer;
    // What the pointer itself means in this app is another place.
    return places.some(({ pointer }) => equal(pointer, value)) ? new Pointer('another place', value.attribute) : value;
  }
  if (value instanceof Join) return joined(value.join.flatMap((piece) => piecesOf(withPlaces(piece, places))));
  if (isMade(value)) return value;
  if (Array.isArray(value)) return value.map((item) => withPlaces(item, places));
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withPlaces(child, places)]));
}

function splitAt(texts: readonly unknown[], { pointer, written }: Place): unknown[] {
  if (typeof written !== 'string' || written === '') return [...texts];
  return texts.flatMap((text) => {
    if (typeof text !== 'string') return [text];
    return text
      .split(written)
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
