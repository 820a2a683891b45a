import { compare } from '../../lib/equivalence/compare';
import type { Facts } from '../../lib/facts/facts';
import { emptyFacts } from './empty-facts';

const facts = (said: object = {}): Facts => ({ ...emptyFacts, ...said });
const found = (expected: object, actual: object) =>
  compare('aws-cdk', facts(expected), facts(actual)).map(({ target: _, ...difference }) => difference);

describe('a comparison of facts', () => {
  it('finds no difference between equal facts in any order', () => {
    const one = { tables: { t: { retain: true, ttlAttribute: 'end' } }, outputs: { a: '1', b: '2' } };
    const other = { outputs: { b: '2', a: '1' }, tables: { t: { ttlAttribute: 'end', retain: true } } };
    expect(found(one, other)).toEqual([]);
  });

  it('reports expected and actual value at the deepest path', () => {
    expect(
      found(
        { functions: { f: { memoryMiB: 128, http: 'public' } } },
        { functions: { f: { memoryMiB: 256, http: 'public' } } },
      ),
    ).toEqual([{ path: 'functions.f.memoryMiB', expected: 128, actual: 256 }]);
  });

  it('distinguishes missing from unexpected fields', () => {
    expect(found({ functions: { f: { memoryMiB: 128 } } }, { tables: { t: { retain: true } } })).toStrictEqual([
      { path: 'functions.f', expected: { memoryMiB: 128 } },
      { path: 'tables.t', actual: { retain: true } },
    ]);
  });

  it('reports every difference and every unrecognized property, however many there are', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `f${index}`);
    const unrecognized = many.map((resource) => ({ resource, path: ['x'], value: 1 }));
    expect(found({}, { unrecognized }).map(({ path }) => path)).toEqual(many.map((resource) => `!${resource}.x`));
    const functions = Object.fromEntries(many.map((name) => [name, { memoryMiB: 128 }]));
    expect(found({ functions }, { functions: {} })).toHaveLength(1_000);
  });

  it('compares lists as a whole, because their order has a meaning', () => {
    expect(found({ services: { s: { command: ['a', 'b'] } } }, { services: { s: { command: ['b', 'a'] } } })).toEqual([
      { path: 'services.s.command', expected: ['a', 'b'], actual: ['b', 'a'] },
    ]);
  });

  it.each<[what: string, expected: unknown, actual: unknown]>([
    ['a number from its text', 1, '1'],
    ['nothing from a falsehood', undefined, false],
    ['null from nothing', null, undefined],
    ['null from a map', null, { by: 'x' }],
    ['a map from null', { by: 'x' }, null],
    ['null in a list from a map', [null], [{ by: 'x' }]],
    ['a list from a map', [], {}],
    ['a list from its first item', ['a'], 'a'],
    ['an empty map from nothing', {}, undefined],
    ['a map in a list from another one', [{ by: 'x' }], [{ by: 'x', more: 1 }]],
  ])('tells %s', (_, expected, actual) => {
    expect(found({ foundation: { field: expected } }, { foundation: { field: actual } })).toHaveLength(1);
  });

  it('treats an undefined field as absent', () => {
    expect(found({ tables: { t: { ttlAttribute: undefined } } }, { tables: { t: {} } })).toEqual([]);
  });

  it.each(['expression', 'join', 'secret', 'written'])('compares the only element of a kind, called %s', (name) => {
    const service = { memoryMiB: 512, port: 80, priority: undefined };
    expect(found({ services: { [name]: service } }, { services: { [name]: { port: 80, memoryMiB: 512 } } })).toEqual(
      [],
    );
    expect(
      found({ services: { [name]: service } }, { services: { [name]: { port: 81, memoryMiB: 512 } } }),
    ).toHaveLength(1);
  });

  it('finds the only variable, called secret', () => {
    expect(
      found(
        { functions: { f: { environment: { secret: 'a' } } } },
        { functions: { f: { environment: { secret: 'b' } } } },
      ),
    ).toEqual([{ path: 'functions.f.environment.secret', expected: 'a', actual: 'b' }]);
  });

  it('ignores inherited properties of objects', () => {
    expect(found({ functions: { toString: { memoryMiB: 1 } } }, { functions: {} })).toEqual([
      { path: 'functions.toString', expected: { memoryMiB: 1 } },
    ]);
  });

  it('reports nothing but the name of another architecture', () => {
    const other = facts({ name: 'b', functions: { f: { memoryMiB: 128 } } });
    expect(compare('gcp-pulumi', facts({ name: 'a' }), other)).toStrictEqual([
      { target: 'gcp-pulumi', path: 'name', expected: 'a', actual: 'b' },
    ]);
  });

  it('reports every unrecognized property under its element', () => {
    const unrecognized = [
      { resource: 'shop/Role', owner: 'functions.f', path: ['Properties', 'Tags', '0'], value: 'x' },
      { resource: 'shop/Bucket', path: [], value: 'AWS::S3::Bucket', note: 'replaced' },
    ];
    expect(found({}, { unrecognized })).toStrictEqual([
      { path: 'functions.f!shop/Role.Properties.Tags.0', actual: 'x', resource: 'shop/Role' },
      { path: '!shop/Bucket', actual: 'AWS::S3::Bucket', resource: 'shop/Bucket', note: 'replaced' },
    ]);
  });

  it('ignores resources outside the architecture', () => {
    expect(found({}, { notJudged: 7, notJudgedIn: { app: 7 } })).toEqual([]);
  });

  it("ignores the user's own files", () => {
    expect(found({ unjudged: [] }, { unjudged: ['terraform.tfvars'] })).toEqual([]);
  });
});
