import { createHash } from 'node:crypto';
import { readTerraform } from '../../lib/readback/terraform';
import { inFolder } from './formats';

const stamp = { version: 1, architecture: 'shop', path: 'app/Shop', withoutCode: [], outputs: ['url'] };
const at = (path: string) => ({ '//': { metadata: { path } } });
const stack = {
  '//': { metadata: {}, triptych: [stamp] },
  resource: {
    google_firestore_database: { t: { ...at('app/Shop/tables/t/Database'), name: 'x' } },
    google_storage_bucket: { own: { name: '${google_firestore_database.t.name}' } },
  },
  data: { google_compute_network: { n: at('app/Shop/foundation/Network') } },
  output: { url: { value: 'x' }, own: { value: 'y' } },
  provider: { google: [{ project: '${var.project}' }] },
  terraform: { backend: {} },
  variable: { project: { type: 'string' } },
};
const file = 'stacks/app/cdk.tf.json';
const read = (changes: object = {}) => inFolder({ [file]: { ...stack, ...changes } }, readTerraform);

describe('terraform: a stack', () => {
  it('assigns each resource to its element', () => {
    expect(read().resources.map(({ address, owner, local }) => [address, owner, local])).toEqual([
      ['google_firestore_database.t', 'tables.t', 'Database'],
      ['google_storage_bucket.own', undefined, ''],
      ['data.google_compute_network.n', 'foundation', 'Network'],
      ['output.url', 'outputs', 'url'],
      ['output.own', undefined, 'own'],
    ]);
  });

  it('points at resources by their addresses, and drops comments of CDKTF', () => {
    expect(read().at('google_storage_bucket.own')?.properties).toEqual({
      name: { at: 'google_firestore_database.t', attribute: 'name' },
    });
    expect(read().at('google_firestore_database.t')?.properties).toEqual({ name: 'x' });
  });

  it('replaces the project of an app by a pointer where an architecture states one', () => {
    const written = { ...stamp, where: { project: 'my-project', region: '${var.region}' } };
    const artefact = read({
      '//': { triptych: [written] },
      resource: {
        google_storage_bucket: {
          own: { name: 'a-12345678-my-project', labels: { of: 'my-project' }, location: '${var.region}' },
        },
      },
    });
    expect(artefact.at('google_storage_bucket.own')?.properties).toEqual({
      name: { join: ['a-12345678-', { at: 'var', attribute: 'project' }] },
      // A text that only looks like the project stays one.
      labels: { of: 'my-project' },
      location: { at: 'var', attribute: 'region' },
    });
  });

  it('hashes the files beside it', () => {
    inFolder({ [file]: stack, 'stacks/app/assets/a.zip': 'bytes' }, (folder) => {
      const { sha256 } = readTerraform(folder);
      expect(sha256('assets/a.zip')).toBe(createHash('sha256').update('bytes').digest('hex'));
      expect(sha256('assets/b.zip')).toBeUndefined();
    });
  });

  it.each<[what: string, section: string]>([
    ['modules', 'module'],
    ['local values', 'locals'],
    ['moved blocks', 'moved'],
    ['checks', 'check'],
    ['imports', 'import'],
  ])('reports %s', (_, section) => {
    const artefact = read({ resource: {}, data: {}, output: {}, [section]: { a: 1 } });
    expect(artefact.unrecognized()).toContainEqual({ resource: section, path: [], value: { a: 1 } });
  });

  // An app's own grant on a table of the architecture, in the ways that Terraform can write a reference.
  it.each([
    '${google_firestore_database.t.name}',
    '${(google_firestore_database.t.name)}',
    '${ google_firestore_database . t.name }',
    '${google_firestore_database.t["name"]}',
    '${google_firestore_database.t[*].name}',
    '${join("", [google_firestore_database.t.name])}',
    '${true ? google_firestore_database.t.name : ""}',
    '${"${google_firestore_database.t.name}"}',
    '%{ if true }${google_firestore_database.t.name}%{ endif }',
    '${local.direct}',
    '${upper(local.indirect)}',
    'google_firestore_database.t',
  ])('judges what refers to the architecture: %s', (name) => {
    const locals = {
      direct: '${google_firestore_database.t.name}',
      indirect: { a: ['${lower(local.direct)}'] },
      circle: '${local.circle}',
    };
    const own = { google_x_iam_member: { g: { name, role: 'r' }, other: { name: '${local.circle}' } } };
    const resource = { ...stack.resource, google_storage_bucket: {}, ...own };
    const module = { m: { input: name } };
    const artefact = inFolder({ [file]: { ...stack, resource, locals, module } }, (folder) =>
      readTerraform(folder, 'app'),
    );
    const others = artefact.unrecognized('app').filter(({ owner }) => owner === undefined);
    expect(others.map(({ resource: address }) => address)).toEqual(['google_x_iam_member.g', 'module.m']);
    expect(artefact.notJudged('app')).toEqual({ app: 2 });
  });

  it.each<[what: string, files: Record<string, unknown>, message: string]>([
    ['there is no stack', {}, 'no such folder'],
    ['a stack is no JSON', { [file]: '{' }, 'not JSON'],
    ['no stack holds an architecture', { [file]: {} }, 'must contain exactly one architecture, found 0'],
    [
      'two stacks do',
      { [file]: stack, 'stacks/b/cdk.tf.json': stack },
      'must contain exactly one architecture, found 2',
    ],
    ['one stack holds two', { [file]: { ...stack, '//': { triptych: [stamp, stamp] } } }, 'found 2'],
    ['its stamp is of another version', { [file]: { '//': { triptych: [{ ...stamp, version: 2 }] } } }, 'version 1'],
  ])('is refused if %s', (_, files, message) => {
    expect(() => inFolder(files, readTerraform)).toThrow(message);
  });
});
