import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { readTerraform } from '../../lib/readback/terraform';
import { inFolder } from './formats';

const stack = {
  '//': {
    triptych: [{ version: 1, architecture: 'shop', path: 'shop/A', withoutCode: [], outputs: [], where: open() }],
  },
  provider: { google: [open()] },
  terraform: {
    backend: { local: { path: 'terraform.shop.tfstate' } },
    required_providers: { google: { source: 'google', version: '6.50.0' } },
  },
  variable: { project: { nullable: false, type: 'string' }, region: { nullable: false, type: 'string' } },
};
const directions = {
  annotations: [],
  constructPath: 'shop',
  dependencies: [],
  name: 'shop',
  stackMetadataPath: 'stacks/shop/metadata.json',
  synthesizedStackPath: 'stacks/shop/cdk.tf.json',
  workingDirectory: 'stacks/shop',
};
const manifest = { stacks: { shop: directions }, version: '0.21.0' };
const files = { 'manifest.json': manifest, 'stacks/shop/cdk.tf.json': stack, 'stacks/shop/assets/a/b/c.zip': 'code' };

function open(): object {
  return { project: '${var.project}', region: '${var.region}' };
}

/** What isn't recognized and what isn't judged, after a change of the folder, and after a reader has read the code. */
function read(change: (place: string) => void = () => undefined, more: Record<string, unknown> = {}) {
  return inFolder({ ...files, ...more }, (place) => {
    change(place);
    const artefact = readTerraform(place);
    artefact.sha256('assets/a/b/c.zip');
    const lines = artefact.unrecognized().map(({ resource, value }) => `${resource}: ${String(value)}`);
    return { seen: lines, unjudged: artefact.unjudged() };
  });
}

const adding = (path: string, content: unknown = 'x') => read(undefined, { [path]: content });
const put = (place: string, path: string, text: string) => {
  mkdirSync(dirname(join(place, path)), { recursive: true });
  writeFileSync(join(place, path), text);
};

describe('terraform: the folder of an architecture', () => {
  it('is understood as it was written', () => expect(read()).toEqual({ seen: [], unjudged: [] }));

  const requires = (version: string) =>
    read(undefined, {
      'stacks/shop/cdk.tf.json': {
        ...stack,
        terraform: { ...stack.terraform, required_providers: { google: { source: 'google', version } } },
      },
    }).seen;
  it.each(['6.43.0', '6.49.0'])("may require version %s of Google's provider", (version) =>
    expect(requires(version)).toEqual([]),
  );
  it.each(['6.42.0', '6.51.0', '~> 6.43', '>= 6.43.0'])("may not require version %s of Google's provider", (version) =>
    expect(requires(version)).toEqual(['terraform: [object Object]']),
  );

  it.each([
    'stacks/shop/main.tf',
    'stacks/shop/evil.tf.json',
    'stacks/shop/override.tf',
    'stacks/shop/override.tf.json',
    'stacks/shop/x_override.tf',
    'stacks/shop/x_override.tf.json',
    'stacks/shop/evil.tofu',
    'stacks/shop/cdk.tofu.json',
    'stacks/shop/.hidden.tf',
    'stacks/shop/.terraformrc',
    'stacks/shop/terraform.rc',
    'stacks/shop/x.tftest.hcl',
    'stacks/shop/metadata.json',
    'stacks/shop/tfplan',
    'stacks/shop/assets/evil.zip',
    'stacks/shop/assets/a/b/d.zip',
    'stacks/shop/assets/terraform.tfvars',
    'stacks/terraform.tfvars',
    'terraform.tfvars',
    'cdktf.json',
  ])('reports %s', (path) => expect(adding(path)).toEqual({ seen: [`${path}: a file`], unjudged: [] }));

  it.each([
    ['stacks/other', 'stacks/other/cdk.tf.json'],
    ['stacks/other', 'stacks/other/main.tf'],
    ['stacks/shop/modules', 'stacks/shop/modules/m/main.tf'],
    ['stacks/shop/terraform.d', 'stacks/shop/terraform.d/plugins/x'],
    ['stacks/shop/terraform.tfvars', 'stacks/shop/terraform.tfvars/x'],
    ['stacks/shop/x.tfstate', 'stacks/shop/x.tfstate/main.tf'],
    ['stacks/shop/x.tf', 'stacks/shop/x.tf/main.tf'],
  ])('reports the folder %s', (folder, path) => {
    expect(adding(path, path.endsWith('cdk.tf.json') ? {} : 'x')).toEqual({
      seen: [`${folder}: a folder`],
      unjudged: [],
    });
  });

  it.each<[path: string, content: string | Buffer]>([
    ['stacks/shop/terraform.shop.tfstate', '{}'],
    ['stacks/shop/terraform.shop.tfstate.backup', '{}'],
    ['stacks/shop/.terraform.shop.tfstate.lock.info', '{}'],
    ['stacks/shop/errored.tfstate', '{}'],
    ['stacks/shop/.terraform.lock.hcl', 'provider "x" {}'],
    ['stacks/shop/terraform.tfvars', 'project = "p"\n'],
    ['stacks/shop/terraform.tfvars.json', '{ "region": "r" }'],
    ['stacks/shop/prod.auto.tfvars', 'project = "p"\nregion = "r"\n'],
    ['stacks/shop/.auto.tfvars', 'project = "p"'],
    ['stacks/shop/prod.auto.tfvars.json', '{ "project": "p" }'],
    ['stacks/shop/prod.tfvars', 'project = "p"'],
    ['stacks/shop/prod.gcs.tfbackend', 'bucket = "b"'],
    ['stacks/shop/release.plan', Buffer.from(zipSync({ tfplan: Buffer.from('x') }))],
  ])("doesn't judge %s, and says so", (path, content) => {
    expect(adding(path, content)).toEqual({ seen: [], unjudged: [path] });
  });

  it.each(['.terraform', 'terraform.tfstate.d'])("doesn't judge the folder %s, and says so", (name) => {
    expect(adding(`stacks/shop/${name}/x/y`)).toEqual({ seen: [], unjudged: [`stacks/shop/${name}`] });
  });

  const foreign = "a file that sets other, which the stack doesn't declare";
  const notPlain = 'a file with more than plain values of variables, each once';
  it.each<[what: string, name: string, text: string | Buffer, said: string]>([
    ['a variable that the stack lacks', 'terraform.tfvars', 'project = "p"\nother = "x"', foreign],
    ['a variable that the stack lacks, in JSON', 'x.auto.tfvars.json', '{ "other": "x" }', foreign],
    ['one variable twice', 'x.auto.tfvars', 'project = "p"\nproject = "q"', notPlain],
    ['a template', 'x.auto.tfvars', 'project = "${path.cwd}"', notPlain],
    ['too many bytes', 'terraform.tfvars', `#${'x'.repeat(1_000_000)}`, 'a file of more than 1000000 bytes'],
    ['something else than values', 'terraform.tfvars', 'resource "a" "b" {}', notPlain],
    ['a zip of something else', 'release.plan', Buffer.from(zipSync({ 'main.tf': Buffer.from('x') })), 'a file'],
  ])('reports a file beside the stack with %s', (_, name, text, value) => {
    expect(adding(`stacks/shop/${name}`, text)).toEqual({ seen: [`stacks/shop/${name}: ${value}`], unjudged: [] });
  });

  it.each<[what: string, change: (place: string) => void, seen: string]>([
    [
      'values',
      (place) => symlinkSync('/etc/hostname', join(place, 'stacks/shop/terraform.tfvars')),
      'stacks/shop/terraform.tfvars',
    ],
    ['providers', (place) => symlinkSync('/tmp', join(place, 'stacks/shop/.terraform')), 'stacks/shop/.terraform'],
    [
      'configuration',
      (place) => symlinkSync('cdk.tf.json', join(place, 'stacks/shop/x.tf.json')),
      'stacks/shop/x.tf.json',
    ],
    ['a stack', (place) => symlinkSync('shop', join(place, 'stacks/other')), 'stacks/other'],
  ])('reports a link in the place of %s', (_, change, seen) => {
    expect(read(change)).toEqual({ seen: [`${seen}: a link`], unjudged: [] });
  });

  it('reports a pipe in the place of values', () => {
    const { seen } = read((place) => execFileSync('mkfifo', [join(place, 'stacks/shop/terraform.tfvars')]));
    expect(seen).toEqual(['stacks/shop/terraform.tfvars: neither a file nor a folder']);
  });

  it('reports code that is a link', () => {
    const { seen } = read((place) => {
      put(place, 'stacks/shop/x', 'code');
      rmSync(join(place, 'stacks/shop/assets/a/b/c.zip'));
      symlinkSync('../../../x', join(place, 'stacks/shop/assets/a/b/c.zip'));
    });
    expect(seen).toEqual(['stacks/shop/assets: a folder', 'stacks/shop/x: a file']);
  });

  it('finds no code out of the folder', () => {
    inFolder({ ...files, 'x.zip': 'x' }, (place) => {
      const { sha256 } = readTerraform(place);
      for (const path of ['../../x.zip', '/etc/hostname', 'assets/../../../x.zip'])
        expect(sha256(path)).toBeUndefined();
    });
  });

  it.each<[what: string, changed: object]>([
    ['another document', { ...directions, synthesizedStackPath: 'stacks/shop/evil.tf.json' }],
    ['another working folder', { ...directions, workingDirectory: '/tmp' }],
    ['a stack to deploy before', { ...directions, dependencies: ['other'] }],
    ['another name', { ...directions, name: 'other' }],
    ['one more key', { ...directions, more: 1 }],
  ])('reports a manifest with %s', (_, shop) => {
    expect(adding('manifest.json', { stacks: { shop }, version: '0.21.0' }).seen).toEqual([
      'manifest.json: [object Object]',
    ]);
  });

  it.each<[what: string, changed: unknown]>([
    ['a second stack', { stacks: { shop: directions, other: directions }, version: '0.21.0' }],
    ['no stack', { stacks: {}, version: '0.21.0' }],
    ['one more key', { ...manifest, more: 1 }],
    ['no version', { stacks: manifest.stacks }],
    ['null in it', null],
    ['text in it', 'x'],
    ['a key twice', `{"stacks":{},${JSON.stringify(manifest).slice(1)}`],
  ])('reports a manifest with %s', (_, changed) => {
    const { seen } = adding('manifest.json', changed ?? 'null');
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/^manifest\.json: /);
  });

  it('reports a manifest that is missing', () => {
    expect(read((place) => rmSync(join(place, 'manifest.json'))).seen).toEqual(['manifest.json: no such file']);
  });

  it('reports a stack in a folder of another name', () => {
    const { seen } = read((place) => renameSync(join(place, 'stacks/shop'), join(place, 'stacks/other')));
    expect(seen).toEqual(['stacks/other: not the folder of shop']);
  });

  it("leaves an app's own files alone", () => {
    inFolder({ ...files, 'stacks/shop/main.tf': 'x', 'stacks/other/cdk.tf.json': {}, 'manifest.json': {} }, (place) => {
      const artefact = readTerraform(place, 'app');
      expect(artefact.unrecognized('app')).toEqual([]);
      expect(artefact.unjudged()).toEqual([]);
    });
  });
});
