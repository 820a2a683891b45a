import { Artefact } from '../../lib/readback/artefact';
import { resolveExpressions } from '../../lib/readback/expressions';
import type { Owner } from '../../lib/readback/owner';
import { isObject, Resource } from '../../lib/readback/resource';

/** A piece of an artefact, written by hand: the properties as the engine writes them. */
export interface Piece {
  readonly address: string;
  readonly type: string;
  readonly owner: Owner;
  /** The element's own place for it; absent: the last part of the address. */
  readonly local?: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const stamp = { version: 1, architecture: 'shop', path: 'shop/Architecture', withoutCode: [], outputs: [] };

/** Pieces of Terraform's JSON; an address is its type and its id, which is the element's own place for it, too, unless another is given. */
export const terraform = (pieces: readonly Piece[]): Artefact =>
  new Artefact(
    stamp,
    pieces.map(({ address, type, owner, local = address.split('.').at(-1), properties }) => {
      return new Resource(address, type, resolveExpressions(properties), owner, local);
    }),
    [],
    () => undefined,
  );

/** Every way in which one leaf of the pieces can be another one, or missing, each with the place of the change. */
export function* mutants(pieces: readonly Piece[]): Generator<{ readonly at: string; readonly pieces: Piece[] }> {
  for (const [index, piece] of pieces.entries())
    for (const [at, properties] of changed(piece.properties, []))
      yield {
        at: `${piece.address} ${at.join('.')}`,
        pieces: pieces.map((other, place) =>
          place === index ? { ...other, properties: properties as Piece['properties'] } : other,
        ),
      };
}

function* changed(value: unknown, path: readonly string[]): Generator<[readonly string[], unknown]> {
  if (Array.isArray(value)) {
    for (const [index, child] of value.entries())
      for (const [at, other] of changed(child, [...path, String(index)])) yield [at, value.with(index, other)];
    yield [
      [...path, 'one more'],
      [...(value as unknown[]), 'x'],
    ];
  } else if (isObject(value) && '$ref' in value) {
    yield [path, 'x'];
  } else if (isObject(value)) {
    for (const [key, child] of Object.entries(value)) {
      for (const [at, other] of changed(child, [...path, key])) yield [at, { ...value, [key]: other }];
      const { [key]: _, ...others } = value;
      yield [[...path, key, 'missing'], others];
    }
    // What a recording holds of a resource beside these two, and in a text beside its pieces, is not the program's.
    if (!('inputs' in value || '$join' in value)) yield [[...path, 'one more'], { ...value, extra: 'x' }];
  } else {
    yield [path, typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}x`];
  }
}
