import { expectCode } from '../facts/code';
import { expectFacts } from '../facts/expect';
import type { Facts } from '../facts/facts';
import type { Reading } from '../equivalence/report';
import type { Resolved } from '../model/resolve';
import { cloudOf } from '../model/target';
import { readFacts } from '../readback/read';
import type { Place } from './from';

/** Reads the artifacts of each target, and states what an architecture promises there. */
export const readAll = (resolved: Resolved, places: readonly Place[]): Reading[] =>
  places.map((place) => readingOf(resolved, place, readFacts(place.folder, place.target), false));

/** The facts of an architecture on a target, and the promise that they are compared with. */
export function readingOf(
  resolved: Resolved,
  { target, withoutCode }: Pick<Place, 'target' | 'withoutCode'>,
  actual: Facts,
  isApp: boolean,
): Reading {
  const { architecture, env } = resolved;
  const left = withoutCode ?? actual.withoutCode;
  const code = expectCode(resolved, cloudOf(target), left);
  const { engineValues } = actual;
  const naming = { architecture: architecture.name, ...(env !== undefined && { env }) };
  const expectation = { architecture, naming, code, ...(engineValues && { engineValues }) };
  const promised = expectFacts(expectation, target, left);
  // An app chooses its outputs: only those that it has can be right or wrong.
  const outputs = isApp ? only(promised.outputs, Object.keys(actual.outputs)) : promised.outputs;
  return { target, architecture, expected: { ...promised, outputs }, actual, isApp };
}

const only = <Value>(map: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> =>
  Object.fromEntries(Object.entries(map).filter(([key]) => keys.includes(key)));
