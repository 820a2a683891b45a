import type { NamedBy } from '../../lib/facts/name';
import type { Registration } from '../../lib/readback/registration';
import { renamedRegistrations } from '../../lib/readback/urn';

const base = 'urn:pulumi:dev::shop';
const whole = 'triptych:aws:ServerlessArchitecture';

const made = (
  types: string,
  name: string,
  parent: Registration | null,
  more: Partial<Registration> = {},
): Registration => ({
  urn: `${base}::${types}::${name}`,
  type: types.split('$').at(-1)!,
  name,
  parent: parent?.urn ?? null,
  custom: false,
  inputs: {},
  ...more,
});

const stack = made('pulumi:pulumi:Stack', 'shop-dev', null);
const root = made(whole, 'shop', stack);
const table = made(`${whole}$triptych:aws:Table`, 'shop-t', root);
const ground = made(`${whole}$triptych:aws:Foundation`, 'shop-foundation', root);
const part = made(`${whole}$triptych:aws:Table$aws:dynamodb/table:Table`, 'shop-t-table', table);
const all = [stack, root, table, ground, part];

/** The places of the differences, where one registration is another one. */
const placesIn = (
  before: Registration,
  after: Partial<Registration>,
  only: NamedBy | undefined = { architecture: 'shop' },
) => {
  const changed = { ...before, ...after };
  const now = all.map((one) => (one === before ? changed : one));
  return renamedRegistrations(now, before === root ? changed : root, only).map(({ owner, path }) =>
    [owner, ...path].join(' '),
  );
};

describe('urn: the registrations that Pulumi takes for other resources', () => {
  it('are none if URNs, parents and names follow from the elements', () => {
    expect(placesIn(part, {})).toEqual([]);
  });

  it.each<[what: string, before: Registration, after: Partial<Registration>, places: readonly string[]]>([
    [
      'a name that does not begin with its element',
      part,
      { name: 'shop-u-table', urn: part.urn.replace('shop-t', 'shop-u') },
      ['tables.t urn'],
    ],
    ['a URN without its parents', part, { urn: `${base}::aws:dynamodb/table:Table::shop-t-table` }, ['tables.t urn']],
    [
      'a foundation without its parents',
      ground,
      { urn: `${base}::triptych:aws:Foundation::shop-foundation` },
      ['foundation urn'],
    ],
    ['a URN of another stack', part, { urn: part.urn.replace('dev', 'prod') }, ['tables.t urn']],
    [
      'a parent beside its element',
      part,
      { parent: ground.urn, urn: part.urn.replace('aws:Table', 'aws:Foundation') },
      ['foundation urn'],
    ],
    [
      'an element with the name of another component',
      table,
      { name: 'other-t', urn: table.urn.replace('shop-t', 'other-t') },
      ['tables.-t urn'],
    ],
    [
      'a foundation with another name',
      ground,
      { name: 'shop-ground', urn: ground.urn.replace('foundation', 'ground') },
      ['foundation urn'],
    ],
    ['an architecture below no stack', root, { parent: null }, ['parent']],
    ['an architecture with another name', root, { name: 'x', urn: `${base}::${whole}::x` }, ['urn']],
    [
      'a stack of another name',
      stack,
      { name: 'x-dev', urn: stack.urn.replace('shop-dev', 'x-dev') },
      ['urn', 'parent'],
    ],
  ])('are those with %s', (_, before, after, places) => {
    const found = placesIn(before, after);
    expect(found.map((one) => one.trim())).toEqual(places);
  });

  it("are none because of a program's own project, name or component around the architecture", () => {
    const app = made('mine:index:App', 'app', stack);
    const own = made(`mine:index:App$${whole}`, 'my-shop', app);
    const element = made(`mine:index:App$${whole}$triptych:aws:Table`, 'my-shop-t', own);
    expect(renamedRegistrations([stack, app, own, element], own, undefined)).toEqual([]);
  });
});
