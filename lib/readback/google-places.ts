import { resolveExpressions } from './expressions';
import { Pointer } from './made';
import type { Place } from './places';
import { equal } from './resource';
import type { Stamp } from './stamp';

/** The properties and texts in which an architecture states its project and region. */
export const literals: Readonly<Record<'project' | 'region', Pick<Place, 'keys' | 'between'>>> = {
  project: {
    keys: /^project(?:_?id)?$/i,
    between: [
      ['\\bprojects/', '/'],
      // The name of a bucket, and the record of the foundation.
      ['-[0-9a-f]{8}-', '$'],
      ['"project":"', '"'],
    ],
  },
  region: { keys: /^(?:region|location|location_?id|allowed_?persistence_?regions)$/i, between: [['"region":"', '"']] },
};

/** Reads the app's own project and region; the variables of their names are none. */
export function placesIn({ where = {} }: Stamp): Place[] {
  return Object.entries(literals)
    .map(([attribute, found]) => ({
      pointer: new Pointer('var', attribute),
      written: resolveExpressions(where[attribute]),
      ...found,
    }))
    .filter(({ pointer, written }) => written !== undefined && !equal(written, pointer));
}
