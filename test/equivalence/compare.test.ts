import { compare } from '../../lib/equivalence/compare';
import type { Facts } from '../../lib/facts/facts';

const facts = (said: object = {}): Facts => ({
  name: 'shop',
  functions: {},
  services: {},
  apis: {},
  queues: {},
  topics: {},
  buckets: {},
  secrets: {},
  tables: {},
  outputs: {},
  withoutCode: [],
  unrecognized: [],
  notJudged: 0,
  ...said,
});
const found = (expected: object, actual: object) =>
  compare('aws-cdk', facts(expected), facts(actual)).map(({ target: _, ...difference }) => difference);

describe('a comparison of facts', () => {
  it('finds nothing where they say the same, in whatever order', () => {
    const one = { tables: { t: { retain: true, ttlAttribute: 'end' } }, outputs: { a: '1', b: '2' } };
    const other = { outputs: { b: '2', a: '1' }, tables: { t: { ttlAttribute: 'end', retain: true } } };
    expect(found(one, other)).toEqual([]);
  });

  it('says what was expected, and what is there, as deep as it can', () => {
    expect(
      found(
        { functions: { f: { memoryMiB: 128, http: 'public' } } },
        { functions: { f: { memoryMiB: 256, http: 'public' } } },
      ),
    ).toEqual([{ path: 'functions.f.memoryMiB', expected: 128, actual: 256 }]);
  });

  it('tells what is missing from what is too much', () => {
    expect(found({ functions: { f: { memoryMiB: 128 } } }, { tables: { t: { retain: true } } })).toEqual([
      { path: 'functions.f', expected: { memoryMiB: 128 } },
      { path: 'tables.t', actual: { retain: true } },
    ]);
  });

  it('compares lists whole, since their order means something', () => {
    expect(found({ services: { s: { command: ['a', 'b'] } } }, { services: { s: { command: ['b', 'a'] } } })).toEqual([
      { path: 'services.s.command', expected: ['a', 'b'], actual: ['b', 'a'] },
    ]);
  });

  it.each<[what: string, expected: unknown, actual: unknown]>([
    ['a number from its text', 1, '1'],
    ['nothing from a falsehood', undefined, false],
    ['null from nothing', null, undefined],
    ['a list from a map', [], {}],
    ['a list from its first item', ['a'], 'a'],
    ['an empty map from nothing', {}, undefined],
    ['a map in a list from another one', [{ by: 'x' }], [{ by: 'x', more: 1 }]],
  ])('tells %s', (_, expected, actual) => {
    expect(found({ foundation: { field: expected } }, { foundation: { field: actual } })).toHaveLength(1);
  });

  it('takes a field that is undefined for one that is not there', () => {
    expect(found({ tables: { t: { ttlAttribute: undefined } } }, { tables: { t: {} } })).toEqual([]);
  });

  it('finds nothing in what every object has', () => {
    expect(found({ functions: { toString: { memoryMiB: 1 } } }, { functions: {} })).toEqual([
      { path: 'functions.toString', expected: { memoryMiB: 1 } },
    ]);
  });

  it('is about every target that it is told', () => {
    expect(compare('gcp-pulumi', facts({ name: 'a' }), facts({ name: 'b' }))).toEqual([
      { target: 'gcp-pulumi', path: 'name', expected: 'a', actual: 'b' },
    ]);
  });

  it('makes a difference of everything that nobody understood, under its element', () => {
    const unrecognized = [
      { resource: 'shop/Role', owner: 'functions.f', path: ['Properties', 'Tags', '0'], value: 'x' },
      { resource: 'shop/Bucket', path: [], value: 'AWS::S3::Bucket' },
    ];
    expect(found({}, { unrecognized })).toEqual([
      { path: 'functions.f!shop/Role.Properties.Tags.0', actual: 'x', resource: 'shop/Role' },
      { path: '!shop/Bucket', actual: 'AWS::S3::Bucket', resource: 'shop/Bucket' },
    ]);
  });

  it("doesn't hold against an artefact what is none of the architecture's business", () => {
    expect(found({ notJudged: 0 }, { notJudged: 7 })).toEqual([]);
  });
});
