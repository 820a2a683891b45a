import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Scope } from '../../lib/readback/artefact';
import { readCloudFormation } from '../../lib/readback/cloudformation';
import { archive, assembly, code, messageFor, templateOf, uploaded, urlOf, type Files } from './assembly-pieces';
import { inFolder } from './formats';

const key = `${code}.zip`;
const evil = archive.replace('code', 'evil');
/** CDK's fingerprint of the other archive. */
const evilCode = 'eb5995c9cc81bdbe35a6412e1971fc5c94e6f634095c541993ad7562e98d5f9b';
const template = templateOf();
const hash = createHash('sha256').update(template).digest('hex');

/** The places of everything that isn't recognized, after a function's code was read. */
const seenIn = (files: Files, onDisk: (place: string) => void = () => undefined, scope: Scope = 'whole') =>
  inFolder(files, (place) => {
    onDisk(place);
    const artefact = readCloudFormation(place, scope);
    artefact.sha256(key);
    return artefact.unrecognized(scope).map(({ resource, path }) => [resource, ...path].join('/'));
  });

/** What is seen in an assembly with a change. */
const seen = (change: (files: Files) => void, onDisk?: (place: string) => void) => {
  const files = assembly();
  change(files);
  return seenIn(files, onDisk);
};

const artifacts = (files: Files) => files['manifest.json'].artifacts;
const stack = (files: Files) => artifacts(files).shop;
const assets = (files: Files) => files['shop.assets.json'];
const uploads = (files: Files) => assets(files).files;
const inManifest = 'manifest.json/artifacts';
const inAssets = 'shop.assets.json/files';

describe('assembly: the files that cdk deploy reads', () => {
  it('are understood, if they are right', () => expect(seen(() => undefined)).toEqual([]));

  it.each<[what: string, change: (files: Files) => void, seen: readonly string[]]>([
    [
      'a template asset that is another file',
      (files) => {
        files['evil.json'] = {};
        uploads(files)[hash].source.path = 'evil.json';
      },
      [`${inAssets}/${hash}`, 'evil.json'],
    ],
    [
      'another hash in the URL of the template',
      (files) => void (stack(files).properties.stackTemplateAssetObjectUrl = urlOf('{}')),
      [`${inManifest}/shop`],
    ],
    [
      'no URL of the template',
      (files) => void delete stack(files).properties.stackTemplateAssetObjectUrl,
      [`${inManifest}/shop`],
    ],
    ['no asset of the template', (files) => void delete uploads(files)[hash], [`${inAssets}/${hash}`]],
    [
      'a template other than the one with the hash',
      (files) => void (files['shop.template.json'] = `${template} `),
      [
        `${inManifest}/shop`,
        `${inAssets}/${hash}`,
        `${inAssets}/${createHash('sha256').update(`${template} `).digest('hex')}`,
      ],
    ],
    [
      'another key of the template',
      (files) => void (uploads(files)[hash].destinations['current_account-current_region-1'].objectKey = 'x.json'),
      [`${inAssets}/${hash}`],
    ],
    [
      'an image that a program builds',
      (files) => void (assets(files).dockerImages.x = { source: { executable: ['sh', '-c', 'id'] }, destinations: {} }),
      ['shop.assets.json/dockerImages'],
    ],
    [
      'an image that is built from a folder',
      (files) => void (assets(files).dockerImages.x = { source: { directory: '.' }, destinations: {} }),
      ['shop.assets.json/dockerImages'],
    ],
    [
      'an asset that a program makes',
      (files) => void (uploads(files).x = uploaded({ executable: ['sh', '-c', 'id'] }, 'x')),
      [`${inAssets}/x`],
    ],
    [
      'a program beside a path',
      (files) => void (uploads(files)[code].source.executable = ['sh']),
      [`${inAssets}/${code}`],
    ],
    [
      'a file of the machine',
      (files) => void (uploads(files).x = uploaded({ path: '/etc/passwd', packaging: 'file' }, 'x')),
      [`${inAssets}/x`],
    ],
    [
      'a path out of the folder',
      (files) => void (uploads(files)[code].source.path = `../${key}`),
      [`${inAssets}/${code}`, `asset.${key}`],
    ],
    [
      'a folder that is packed',
      (files) => void (uploads(files)[code].source.packaging = 'zip'),
      [`${inAssets}/${code}`],
    ],
    [
      'a second asset with one key',
      (files) => void (uploads(files).x = { ...uploads(files)[code], source: { path: 'shop.template.json' } }),
      [`${inAssets}/x`],
    ],
    [
      'a second destination',
      (files) => void (uploads(files)[code].destinations.x = { bucketName: 'x', objectKey: 'x' }),
      [`${inAssets}/${code}`],
    ],
    [
      'another bucket',
      (files) => void (uploads(files)[code].destinations['current_account-current_region-1'].bucketName = 'x'),
      [`${inAssets}/${code}`],
    ],
    ['another archive under the hash', (files) => void (files[`asset.${key}`] = evil), [`${inAssets}/${code}`]],
    [
      'an archive that no function has',
      (files) => {
        files['asset.evil.zip'] = evil;
        uploads(files)[evilCode] = uploaded({ path: 'asset.evil.zip', packaging: 'file' }, `${evilCode}.zip`);
      },
      [`${inAssets}/${evilCode}`],
    ],
    ['an unknown key of the assets', (files) => void (assets(files).more = 1), ['shop.assets.json/more']],
    [
      'assets without files',
      (files) => void delete assets(files).files,
      [`${inAssets}/${hash}`, 'shop.assets.json/files', `asset.${key}`],
    ],
    ['a version that is none', (files) => void (assets(files).version = 1), ['shop.assets.json/version']],
    [
      'an artifact of an unknown type',
      (files) => void (artifacts(files).evil = { ...stack(files), type: 'x' }),
      [`${inManifest}/evil`],
    ],
    [
      'a second stack without an architecture',
      (files) => {
        files['evil.json'] = {};
        artifacts(files).evil = { ...stack(files), properties: { templateFile: 'evil.json' } };
      },
      [`${inManifest}/evil`],
    ],
    [
      'a stack of another name',
      (files) => {
        artifacts(files).other = stack(files);
        delete artifacts(files).shop;
        files['other.assets.json'] = assets(files);
        files['other.metadata.json'] = files['shop.metadata.json'];
      },
      [`${inManifest}/other`, `${inManifest}/shop`, 'other.metadata.json', 'shop.assets.json'],
    ],
    [
      'a nested assembly',
      (files) =>
        void (artifacts(files).evil = { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-evil' } }),
      [`${inManifest}/evil`],
    ],
    [
      'other assets of the stack',
      (files) => {
        files['evil.assets.json'] = assets(files);
        artifacts(files)['shop.assets'].properties.file = 'evil.assets.json';
      },
      [`${inManifest}/shop.assets`, 'evil.assets.json'],
    ],
    ['no assets of the stack', (files) => void delete artifacts(files)['shop.assets'], [`${inManifest}/shop.assets`]],
    ['a role of its own', (files) => void (stack(files).properties.assumeRoleArn = 'arn'), [`${inManifest}/shop`]],
    ['tags of the stack', (files) => void (stack(files).properties.tags = { a: 'b' }), [`${inManifest}/shop`]],
    ['metadata in the manifest', (files) => void (stack(files).metadata = {}), [`${inManifest}/shop`]],
    ['another file of metadata', (files) => void (stack(files).additionalMetadataFile = 'x'), [`${inManifest}/shop`]],
    [
      'a report with something beside it',
      (files) => void (artifacts(files)['aws-cdk-lib/feature-flag-report'].environment = 'aws://1/x'),
      [`${inManifest}/aws-cdk-lib/feature-flag-report`],
    ],
    [
      'an unknown key of the manifest',
      (files) => void (files['manifest.json'].runtime = {}),
      ['manifest.json/runtime'],
    ],
    [
      'a version of the manifest that is none',
      (files) => void (files['manifest.json'].version = 'x'),
      ['manifest.json/version'],
    ],
    [
      'missing lookups that are no list',
      (files) => void (files['manifest.json'].missing = 'x'),
      ['manifest.json/missing'],
    ],
    [
      'an image among the metadata of constructs, which cdk deploy builds',
      (files) =>
        void files['shop.metadata.json']['/shop'].push({
          type: 'aws:cdk:asset',
          data: { packaging: 'container-image', path: '.', id: 'x', sourceHash: 'x', imageNameParameter: 'X' },
        }),
      ['shop.metadata.json//shop/1'],
    ],
    [
      'tags among the metadata of constructs',
      (files) => void (files['shop.metadata.json']['/evil'] = [{ type: 'aws:cdk:stack-tags', data: [] }]),
      ['shop.metadata.json//evil/0'],
    ],
    [
      'metadata that is no list',
      (files) => void (files['shop.metadata.json']['/evil'] = 1),
      ['shop.metadata.json//evil'],
    ],
    ['no metadata', (files) => void delete files['shop.metadata.json'], ['shop.metadata.json']],
    [
      'no assets',
      (files) => void delete files['shop.assets.json'],
      [`${inAssets}/${hash}`, 'shop.assets.json/files', 'shop.assets.json/version', `asset.${key}`],
    ],
    ['a marker with more in it', (files) => void (files['cdk.out'].app = 'x'), ['cdk.out']],
    ['settings of cdk', (files) => void (files['cdk.json'] = { build: 'id' }), ['cdk.json']],
    ['a file that no entry names', (files) => void (files['asset.evil.zip'] = evil), ['asset.evil.zip']],
    ['a template that no stack has', (files) => void (files['evil.template.json'] = {}), ['evil.template.json']],
    ['a tree of constructs', (files) => void (files['tree.json'] = {}), ['tree.json']],
    ['a folder', (files) => void (files['assembly-evil/manifest.json'] = {}), ['assembly-evil']],
  ])('differ with %s', (_, change, places) => expect(seen(change)).toEqual(places));

  const asset = `asset.${key}`;
  const swapped = (place: string, name: string, put: (path: string) => void): void => {
    rmSync(join(place, name));
    put(join(place, name));
  };

  it.each<[what: string, onDisk: (place: string) => void, places: readonly string[]]>([
    [
      'a link',
      (place) => swapped(place, asset, (path) => symlinkSync('shop.template.json', path)),
      [`${inAssets}/${code}`, asset],
    ],
    ['a folder', (place) => swapped(place, asset, (path) => mkdirSync(path)), [`${inAssets}/${code}`, asset]],
    [
      'a pipe',
      (place) => swapped(place, asset, (path) => execFileSync('mkfifo', [path])),
      [`${inAssets}/${code}`, asset],
    ],
    ['nothing', (place) => rmSync(join(place, asset)), [`${inAssets}/${code}`]],
  ])('differ with %s in place of an archive', (_, onDisk, places) =>
    expect(seen(() => undefined, onDisk)).toEqual(places),
  );

  it.each(['manifest.json', 'shop.template.json'])('are refused with a link in place of %s', (name) =>
    expect(() =>
      seen(
        () => undefined,
        (place) => swapped(place, name, (path) => symlinkSync('cdk.out', path)),
      ),
    ).toThrow(`${name}: no such file`),
  );

  it.each(['[]', 'null', '1'])('are refused if the manifest is %s', (text) =>
    expect(() => seen((files) => void (files['manifest.json'] = text))).toThrow('manifest.json: must have a map, got'),
  );

  const leftOut = templateOf(['a', 'b']);
  const message = messageFor('a, b');
  const program = createHash('sha256').update(message).digest('hex');
  const executable = ['node', '-e', `console.error(${JSON.stringify(message)}); process.exit(1)`];
  const withProgram = (command: readonly string[]): Files => {
    const files = assembly(leftOut);
    uploads(files)[program] = uploaded({ executable: command }, program);
    return files;
  };

  it('have a program that fails, in place of code that was left out', () =>
    expect(seenIn(withProgram(executable))).toEqual([]));

  it('differ with another program in place of code that was left out', () =>
    expect(seenIn(withProgram(['sh', '-c', 'id']))).toEqual([`${inAssets}/${program}`]));

  it('differ without the program in place of code that was left out', () =>
    expect(seenIn(assembly(leftOut))).toEqual([`${inAssets}/${program}`]));

  it('lists what is kept there and decides nothing', () => {
    const files = {
      ...assembly(),
      '.cache/x.zip': 'x',
      'cdk.context.json': {},
      'read.12.1.lock': '12',
      'synth.lock': '12',
    };
    inFolder(files, (place) => {
      const artefact = readCloudFormation(place);
      artefact.sha256(key);
      expect(artefact.unrecognized()).toEqual([]);
      expect(artefact.unjudged()).toEqual(['.cache', 'cdk.context.json', 'read.12.1.lock', 'synth.lock']);
    });
  });

  it("ignores CDK's remarks on the templates, and a marker that isn't there", () =>
    expect(
      seen((files) => {
        files['validation-report.json'] = {};
        delete files['cdk.out'];
      }),
    ).toEqual([]));

  it("leave an app's own stacks, assets and files alone", () => {
    const files = assembly();
    artifacts(files).own = { type: 'aws:cloudformation:stack', properties: { templateFile: 'own.json' } };
    assets(files).dockerImages.own = {};
    expect(seenIn({ ...files, 'own.json': {}, 'tree.json': {} }, undefined, 'app')).toEqual([]);
  });
});
