import { Pointer } from '../../lib/readback/made';
import { Artefact } from '../../lib/readback/artefact';
import { readStamp } from '../../lib/readback/stamp';
import { Resource } from '../../lib/readback/resource';

const stamp = { version: 1, architecture: 'shop', path: 'shop/Architecture', withoutCode: [], outputs: [] };
const none = () => undefined;

describe('artifact', () => {
  const to = new Pointer('b', 'id');
  const resources = [
    new Resource('a', 'Thing', { of: to }, 'functions.f', 'One'),
    new Resource('b', 'Thing', {}, 'functions.f', 'Two'),
    new Resource('c', 'Other', { of: new Pointer('b', 'arn') }, 'tables.t'),
    new Resource('d', 'Thing', {}),
  ];
  const artefact = new Artefact(stamp, resources, [{ resource: 'Section', path: ['x'], value: 1 }], none);
  const addresses = (found: readonly Resource[]) => found.map(({ address }) => address);

  it('finds resources by address, by type and by element', () => {
    expect(artefact.at('c')?.type).toBe('Other');
    expect(addresses(artefact.ofType('Thing'))).toEqual(['a', 'b', 'd']);
    expect(addresses(artefact.parts('functions.f', 'Thing'))).toEqual(['a', 'b']);
    expect(artefact.part('functions.f', 'Other')).toBeUndefined();
  });

  it('finds the resources that point at exactly that attribute', () => {
    expect(addresses(artefact.pointingAt('Thing', ['of'], to))).toEqual(['a']);
    expect(addresses(artefact.pointingAt('Other', ['of'], to))).toEqual([]);
  });

  it('lists its elements', () => {
    expect(artefact.elements('functions')).toEqual(['f']);
    expect(artefact.elements('services')).toEqual([]);
  });

  it('reports everything that is not understood, inside and outside of resources', () => {
    expect(artefact.unrecognized().map(({ resource }) => resource)).toEqual(['a', 'b', 'c', 'd', 'Section']);
  });

  it("ignores an app's own resources that do not concern the architecture", () => {
    expect(artefact.unrecognized('app').map(({ resource }) => resource)).toEqual(['a', 'b', 'c']);
    expect(artefact.notJudged('app')).toEqual({ shop: 1 });
    expect(artefact.notJudged('whole')).toEqual({});
  });
});

describe('artifact: stamp', () => {
  it('names the architecture and its place', () => expect(readStamp(stamp, 'file')).toEqual(stamp));

  it.each<[what: string, stamp: unknown]>([
    ['nothing', undefined],
    ['a text', 'shop'],
    ['another version', { ...stamp, version: 2 }],
    ['no name', { ...stamp, architecture: undefined }],
    ['no place', { ...stamp, path: 1 }],
    ['no list of functions', { ...stamp, withoutCode: 'f' }],
    ['a list of what are no names', { ...stamp, outputs: [1] }],
    ['more than it may hold', { ...stamp, more: true }],
    ['a project that is no text', { ...stamp, where: { project: 1 } }],
  ])('is refused if it is %s', (_, value) => {
    expect(() => readStamp(value, 'file')).toThrow('file: ');
  });
});
