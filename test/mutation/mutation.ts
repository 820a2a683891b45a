import type { Difference } from '../../lib/equivalence/difference';
import type { Target } from '../../lib/model/target';
import { allExamples, type Example } from '../examples';
import { render } from '../rendering';
import { Editable } from './artefact';
import { Places } from './places';

/** One edit of an artefact, as somebody could make it by hand or in an app, and what a comparison says to it. */
export interface Mutation {
  readonly of: readonly Example[];
  /** What is different then. */
  readonly what: string;
  readonly make: (places: Places) => void;
  /** The paths of all differences; behind `!`, of what isn't understood, the property. */
  readonly seen: readonly string[];
}

/** The examples that count requests, which differ in their language alone. */
export const counters: readonly Example[] = ['provisioned', 'provisioned-node'];

/** Makes each mutation on its own. */
export function seesMutations(target: Target, mutations: readonly Mutation[]): void {
  const each = mutations.flatMap(({ of, ...mutation }) => of.map((example) => ({ example, ...mutation })));

  describe.each(Object.keys(allExamples) as Example[])('%s', (example) => {
    const mine = each.filter((one) => one.example === example);
    let editable: Editable;
    beforeAll(async () => {
      editable = new Editable(await render(allExamples[example], target));
    });

    test.each(mine)('differs with $what', ({ make, seen }) => {
      const artefact = editable.original();
      make(new Places(target, example, artefact));
      expect([...new Set(editable.differencesWith(artefact).map(placeOf))]).toEqual(seen);
    });

    test('has five mutations or more', () => expect(mine.length).toBeGreaterThanOrEqual(5));
  });
}

/** Where a difference is: of what isn't understood, without what the engine calls the resource, a property's name. */
function placeOf({ path, resource }: Difference): string {
  const start = path.indexOf('!');
  if (start < 0 || resource === undefined) return path;
  const property = path.slice(start + 1 + resource.length + 1).split('.');
  return `${path.slice(0, start)}!${property.slice(0, 2).join('.')}`;
}
