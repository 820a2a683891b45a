import type { Difference } from '../../lib/equivalence/difference';
import type { Target } from '../../lib/model/target';
import { allExamples, type Example } from '../examples';
import { render, type Written } from '../rendering';
import { Editable } from './artefact';
import { Edit, type Vocabulary } from './edit';
import { Places } from './places';

/** One edit of an artefact, as somebody could make it by hand or in an app, and the differences that it makes. */
export interface Case {
  /** The change. */
  readonly what: string;
  readonly make: (edit: Edit) => void;
  /** The paths of all differences. A property that isn't understood follows `!`, in the cloud's own words. */
  readonly seen: readonly string[];
  /** Differences that only one engine's artefacts show, in addition. */
  readonly also?: Partial<Readonly<Record<Target, readonly string[]>>>;
  /** The engines whose artefacts can differ in this way. @default every engine of the cloud */
  readonly on?: readonly Target[];
}

export type Mutation = Case & { readonly of: readonly string[] };

/** Cases for the artefacts of these examples. */
export const ofExample = <Name extends string = Example>(of: readonly Name[], cases: readonly Case[]): Mutation[] =>
  cases.map((one) => ({ of, ...one }));

/** The examples that count requests, which differ only in their language. */
export const counters: readonly Example[] = ['provisioned', 'provisioned-node'];

/** Makes each mutation on its own. `more` are architectures beside the examples, by their names. */
export function seesMutations(
  target: Target,
  mutations: readonly Mutation[],
  words: Vocabulary,
  more: Readonly<Record<string, Written>> = {},
): void {
  const written: Readonly<Record<string, Written>> = { ...allExamples, ...more };
  const each = mutations
    .filter(({ on }) => !on || on.includes(target))
    .flatMap(({ of, ...mutation }) => of.map((example) => ({ example, ...mutation })));
  const spell = (path: string): string => {
    const [element, property] = path.split('!');
    return property === undefined || property.includes(' ') ? path : `${element}!${words.unrecognized(property)}`;
  };

  describe.each(Object.keys(written))('%s', (example) => {
    const mine = each.filter((one) => one.example === example);
    let editable: Editable;
    beforeAll(async () => {
      editable = new Editable(await render(written[example]!, target));
    });

    test.each(mine)('differs with $what', ({ make, seen, also = {} }) => {
      const artefact = editable.original();
      make(new Edit(new Places(target, example, artefact), words));
      const right = [...seen.map(spell), ...(also[target] ?? [])];
      expect([...new Set(editable.differencesWith(artefact).map(placeOf))]).toEqual([...new Set(right)]);
    });

    test('has five mutations or more', () => expect(mine.length).toBeGreaterThanOrEqual(5));
  });
}

/**
 * The path of a difference: of one that is not understood, the element and the property without the address, or of a
 * permission, the action. A hash of content isn't repeated.
 */
function placeOf({ path, resource }: Difference): string {
  const start = path.indexOf('!');
  if (start < 0 || resource === undefined) return path;
  const rest = path.slice(start + 1 + resource.length + 1);
  const [, permission] = /^(?!Properties\.|inputs\.)\S+ (may(?: not)? \S+) on /.exec(rest) ?? [];
  if (permission !== undefined) return `${path.slice(0, start)}!${permission}`;
  const property = rest.split('.');
  return `${path.slice(0, start)}!${property
    .slice(0, 2)
    .join('.')
    .replace(/[0-9a-f]{64}/, 'sha256')}`;
}
