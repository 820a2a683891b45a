import { createHash } from 'node:crypto';
import { readPulumi } from '../../lib/readback/pulumi';
import { inFolder } from './formats';

const base = 'urn:pulumi:dev::app';
const shop = `${base}::triptych:aws:ServerlessArchitecture::shop`;
const table = `${base}::triptych:aws:Table::shop-t`;
const stampOutputs = { version: 1, architecture: 'shop', withoutCode: [], outputs: { url: 'x' } };

const component = (urn: string, type: string, parent: string | null, more: object = {}) => ({
  urn,
  type,
  name: urn.slice(urn.lastIndexOf('::') + 2),
  parent,
  custom: false,
  inputs: {},
  options: {},
  ...more,
});
const resource = (urn: string, type: string, parent: string, inputs: object, more: object = {}) =>
  component(urn, type, parent, { custom: true, inputs, ...more });

const stack = component(`${base}::pulumi:pulumi:Stack::app-dev`, 'pulumi:pulumi:Stack', null);
const root = component(shop, 'triptych:aws:ServerlessArchitecture', stack.urn, { outputs: stampOutputs });
const element = component(table, 'triptych:aws:Table', shop);
const ofTable = resource(`${base}::x::shop-t-table`, 'aws:dynamodb/table:Table', table, { name: 'a' });
const own = resource(`${base}::x::own`, 'aws:sns/topic:Topic', stack.urn, {
  of: { $ref: { urn: ofTable.urn, path: ['arn'] } },
});
const recording = {
  version: 1,
  project: 'app',
  stack: 'dev',
  resources: [stack, root, element, ofTable, own],
  invokes: [],
  outputs: { url: 'x' },
};
const read = (changes: object = {}) => inFolder({ 'resources.json': { ...recording, ...changes } }, readPulumi);
const inputsOf = (inputs: object) =>
  read({ resources: [stack, root, element, { ...ofTable, inputs }] })
    .at(ofTable.urn)
    ?.at(['inputs']);

describe('pulumi: a recording', () => {
  it('assigns each resource to its element, and drops components without properties', () => {
    expect(read().resources.map(({ address, owner, local }) => [address, owner, local])).toEqual([
      [ofTable.urn, 'tables.t', 'table'],
      [own.urn, undefined, ''],
      ['outputs/url', 'outputs', 'url'],
    ]);
  });

  it('has its stamp in the component', () => {
    expect(read().stamp).toEqual({ version: 1, architecture: 'shop', path: shop, withoutCode: [], outputs: ['url'] });
  });

  it.each<[what: string, value: unknown, resolved: unknown]>([
    ['a resource', { $ref: { urn: 'urn:u', path: ['a', '0', 'b'] } }, { at: 'urn:u', attribute: 'a.0.b' }],
    ['an invoke', { $ref: { invoke: 'i', path: ['id'] } }, { at: 'i', attribute: 'id' }],
    ['the configuration', { $ref: { config: 'aws:region', path: [] } }, { at: 'config', attribute: 'aws:region' }],
    [
      'a text with references',
      { $join: ['a', { $ref: { urn: 'urn:u', path: ['b'] } }] },
      { join: ['a', { at: 'urn:u', attribute: 'b' }] },
    ],
    ['an archive', { $archive: { path: 'p', sha256: 's' } }, { $archive: { path: 'p', sha256: 's' } }],
  ])('resolves %s', (_, value, resolved) => expect(inputsOf({ value })).toEqual({ value: resolved }));

  it.each<[what: string, value: object]>([
    ['at an invoke that is a resource', { $ref: { invoke: 'urn:u', path: ['id'] } }],
    ['at a resource that is an invoke', { $ref: { urn: 'i', path: ['id'] } }],
    ['at the configuration as a resource', { $ref: { urn: 'config', path: ['aws:region'] } }],
    ['at the configuration as an invoke', { $ref: { invoke: 'config', path: ['aws:region'] } }],
    ['with a dot in a step', { $ref: { urn: 'urn:u', path: ['a.b'] } }],
    ['with a number as a step', { $ref: { urn: 'urn:u', path: [0] } }],
    ['that is written as what readers make', { at: 'urn:u', attribute: 'id' }],
    ['with something beside it', { $ref: { urn: 'urn:u', path: [] }, more: 1 }],
    ['at two things', { $ref: { urn: 'urn:u', invoke: 'i', path: [] } }],
    ['at something unknown', { $ref: { stack: 'urn:u', path: [] } }],
    ['without a path', { $ref: { urn: 'urn:u' } }],
    ['at nothing', { $ref: {} }],
    ['as a text with something beside it', { $join: ['a'], more: 1 }],
  ])('reads no reference from one %s', (_, value) => {
    expect(inputsOf({ value })).toEqual({ value });
  });

  it('hashes the files beside it', () => {
    inFolder({ 'resources.json': recording, 'assets/a.zip': 'bytes' }, (folder) => {
      const { sha256 } = readPulumi(folder);
      expect(sha256('assets/a.zip')).toBe(createHash('sha256').update('bytes').digest('hex'));
      expect(sha256('assets/b.zip')).toBeUndefined();
    });
  });

  it.each<[what: string, resources: readonly object[]]>([
    ['inputs of a component', [stack, root, { ...element, inputs: { a: 1 } }]],
    ['options of a component', [stack, root, { ...element, options: { protect: true } }]],
    ['a component of a type that nobody knows', [stack, root, component(`${base}::t::x`, 'triptych:aws:X', shop)]],
    ["a component of the app's own", [stack, root, component(`${base}::t::x`, 'mine:index:X', stack.urn)]],
    ['an architecture that no provider makes, and one should', [stack, { ...root, custom: true }]],
  ])('reports %s', (_, resources) => {
    expect(read({ resources, outputs: { url: 'x' } }).unrecognized().length).toBeGreaterThan(1);
  });

  it('reports a component that is not ours', () => {
    const artefact = read({ resources: [stack, root, element, { ...ofTable, custom: false }] });
    artefact.at(ofTable.urn)?.string(['inputs', 'name']);
    expect(artefact.unrecognized()).toContainEqual({
      resource: ofTable.urn,
      owner: 'tables.t',
      path: ['custom'],
      value: false,
    });
  });

  it('reports unknown keys of a registration and of the recording', () => {
    const artefact = read({ resources: [stack, root, element, { ...ofTable, more: 1 }], more: 2 });
    artefact.at(ofTable.urn)?.string(['inputs', 'name']);
    expect(artefact.unrecognized().map(({ path }) => path)).toEqual(expect.arrayContaining([['more'], ['more']]));
  });

  it('assigns resources to no element if parents form a circle', () => {
    const circle = [
      resource(`${base}::a::a`, 'T', `${base}::b::b`, {}),
      resource(`${base}::b::b`, 'T', `${base}::a::a`, {}),
    ];
    expect(read({ resources: [stack, root, ...circle] }).at(`${base}::a::a`)?.owner).toBeUndefined();
  });

  it.each<[what: string, files: Record<string, unknown>, message: string]>([
    ['a resource is there twice', { 'resources.json': { ...recording, resources: [stack, root, root] } }, 'once'],
    [
      'a parent is missing',
      { 'resources.json': { ...recording, resources: [root] } },
      'must have each resource once, and its parent',
    ],
    ['there is none', {}, 'no such file'],
    ['it is no JSON', { 'resources.json': '{' }, 'not JSON'],
    ['it is of another version', { 'resources.json': { ...recording, version: 2 } }, 'recording of version 1'],
    ['it lists no resources', { 'resources.json': { ...recording, resources: {} } }, 'recording of version 1'],
    [
      'a name is not that of the URN',
      { 'resources.json': { ...recording, resources: [{ ...root, name: 'x' }] } },
      'must have a urn that ends with its name at resources.0',
    ],
    [
      'a resource is null',
      { 'resources.json': { ...recording, resources: [root, null] } },
      'must have a map at resources.1, got null',
    ],
    [
      'a parent is a number',
      { 'resources.json': { ...recording, resources: [{ ...root, parent: 3 }] } },
      'must have a text at resources.0.parent, got 3',
    ],
    ['it holds no architecture', { 'resources.json': { ...recording, resources: [stack] } }, 'found 0'],
    [
      'it holds two',
      {
        'resources.json': { ...recording, resources: [stack, root, { ...root, urn: `${shop}-two`, name: 'shop-two' }] },
      },
      'found 2',
    ],
    [
      'the component bears no stamp',
      { 'resources.json': { ...recording, resources: [stack, { ...root, outputs: {} }] } },
      'must have the stamp of an architecture',
    ],
  ])('is refused if %s', (_, files, message) => {
    expect(() => inFolder(files, readPulumi)).toThrow(message);
  });
});
