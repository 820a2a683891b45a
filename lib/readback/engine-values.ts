import type { Facts } from '../facts/facts';
import type { Artefact, Scope } from './artefact';
import type { Unrecognized } from './resource';
import { orWritten, readTextFact } from './text';

/** The values in a stamp that only the engine has: those that are understood, and the others. */
export interface ReadEngineValues {
  readonly engineValues?: Facts['engineValues'];
  readonly unrecognized: readonly Unrecognized[];
}

/**
 * Reads the values that an app gave for parameters. None comes from the architecture itself, which didn't exist yet. An
 * artifact without an app has none.
 */
export function readEngineValues(artefact: Artefact, scope: Scope): ReadEngineValues {
  const { engineValues = {} } = artefact.stamp;
  const lookup = orWritten(artefact.places, () => undefined);
  const isRight = (value: unknown) => scope === 'app' && !artefact.pointsInto(value);
  const [right, wrong] = [true, false].map((wanted) =>
    Object.entries(engineValues).filter(([, value]) => isRight(value) === wanted),
  ) as [[string, unknown][], [string, unknown][]];
  return {
    ...(right.length > 0 && {
      engineValues: Object.fromEntries(right.map(([parameter, value]) => [parameter, readTextFact(value, lookup)])),
    }),
    unrecognized: wrong.map(([parameter, value]) => ({
      resource: 'the stamp',
      path: ['engineValues', parameter],
      value,
    })),
  };
}
