import { Expression, Join, Pointer } from '../../lib/readback/made';
import { equal, Resource } from '../../lib/readback/resource';

const made = (properties: unknown) => new Resource('here', 'Thing', properties, 'functions.f');
const left = (resource: Resource) => resource.unrecognized().map(({ path }) => path.join('.'));

describe('resource', () => {
  it('reports a resource that no reader has touched as one entry', () => {
    expect(made({ a: 1, b: { c: 2 } }).unrecognized()).toEqual([
      { resource: 'here', owner: 'functions.f', path: [], value: 'Thing' },
    ]);
  });

  it('reads a value by its meaning, and reports any other', () => {
    const resource = made({ size: 'L', colour: 'red' });
    expect(resource.one(['size'], ['S', 1], ['L', 2])).toBe(2);
    expect(resource.one(['colour'], ['blue', true])).toBeUndefined();
    expect(left(resource)).toEqual(['colour']);
  });

  it('reads an absent value by its meaning', () => {
    expect(made({ a: 1 }).one(['b'], [undefined, 'nothing'])).toBe('nothing');
  });

  it.each<[what: string, properties: object, unrecognized: readonly string[]]>([
    ['is another one', { mode: 'HTTPS' }, ['mode']],
    ['is not there', {}, ['mode']],
    ['has more in it', { mode: ['HTTP', 'more'] }, ['mode.0', 'mode.1']],
  ])('reports a fixed value that %s', (_, properties, unrecognized) => {
    const resource = made({ known: 1, ...properties });
    resource.number(['known']);
    expect(resource.fixed(['mode'], 'HTTP')).toBe(false);
    expect(left(resource)).toEqual(unrecognized);
  });

  it('understands everything inside of an understood value', () => {
    const resource = made({ a: { b: [1, { c: 2 }] }, d: 3 });
    resource.fixed(['a'], { b: [1, { c: 2 }] });
    expect(left(resource)).toEqual(['d']);
  });

  it('reports a path that only begins like an understood one', () => {
    const resource = made({ a: { b: 1, bc: 2 } });
    resource.number(['a', 'b']);
    expect(left(resource)).toEqual(['a.bc']);
  });

  it('reports a value that was only looked at', () => {
    const resource = made({ a: 1, b: 2 });
    resource.number(['b']);
    expect(resource.at(['a'])).toBe(1);
    expect(left(resource)).toEqual(['a']);
  });

  it('reports empty maps and lists', () => {
    const resource = made({ a: 1, none: {}, nobody: [] });
    resource.number(['a']);
    expect(left(resource)).toEqual(['none', 'nobody']);
  });

  it('treats a pointer as one value', () => {
    const resource = made({ a: 1, to: new Pointer('there', 'id') });
    resource.number(['a']);
    expect(resource.unrecognized()).toEqual([
      { resource: 'here', owner: 'functions.f', path: ['to'], value: new Pointer('there', 'id') },
    ]);
  });

  it('takes no map that is written for a pointer', () => {
    const written = { at: 'there', attribute: 'id' };
    const resource = made({ a: 1, to: written, ...written, more: 2 });
    resource.number(['a']);
    expect(resource.fixed(['to'], new Pointer('there', 'id'))).toBe(false);
    expect(left(resource)).toEqual(['to.at', 'to.attribute', 'at', 'attribute', 'more']);
  });

  it('looks into nothing that is made', () => {
    expect(made({ to: new Pointer('there', 'id') }).at(['to', 'at'])).toBeUndefined();
    expect(made({ to: new Join(['x']) }).at(['to', 'join'])).toBeUndefined();
  });

  it('finds no inherited property', () => {
    expect(made({}).at(['constructor'])).toBeUndefined();
    expect(made({ a: {} }).at(['a', 'toString'])).toBeUndefined();
  });

  it.each([-1, 1.5, '1', Number.MAX_SAFE_INTEGER + 1, null, true])('reads no whole number from %p', (value) => {
    const resource = made({ a: value });
    expect(resource.number(['a'])).toBeUndefined();
  });

  it('reads no string from a text with a reference', () => {
    expect(made({ a: new Join(['x', new Pointer('y', 'z')]) }).string(['a'])).toBeUndefined();
  });

  it('throws without a reason to ignore a value', () => {
    expect(() => made({ a: 1 }).irrelevant(['a'], '')).toThrow('no reason to ignore a');
  });
});

describe('resource: equality', () => {
  it('ignores the order of keys, not that of lists', () => {
    expect(equal({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 })).toBe(true);
    expect(equal([1, 2], [2, 1])).toBe(false);
  });

  it.each<[unknown, unknown]>([
    [{ a: undefined }, {}],
    [{ a: undefined }, { b: undefined }],
    [[], {}],
    [null, {}],
    ['1', 1],
    [{ toString: 1 }, {}],
    [{ at: 'a', attribute: 'b' }, new Pointer('a', 'b')],
    [{ join: ['a'] }, new Join(['a'])],
    [{ expression: 'a' }, new Expression('a')],
    [new Pointer('a', 'b'), new Pointer('a', 'c')],
  ])('distinguishes %j from %j', (a, b) => {
    expect(equal(a, b)).toBe(false);
    expect(equal(b, a)).toBe(false);
  });
});
