import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Function } from '@pulumi/aws/lambda';
import { Bucket, BucketObject } from '@pulumi/aws/s3';
import { Topic } from '@pulumi/gcp/pubsub';
import { Config, asset, getProject, getStack, runtime } from '@pulumi/pulumi';
import { formatRecording } from '../../../lib/synth/pulumi/recording';
import { named, record } from './record';

const shop = () => {
  const buckets = Array.from({ length: 10 }, (_, index) => new Bucket(`bucket-${index}`));
  for (const [index, { id, arn }] of buckets.entries()) {
    new BucketObject(`object-${index}`, { bucket: id, key: 'x', content: arn });
    new BucketObject(`other-${index}`, { bucket: id, key: 'y', metadata: { arn } }, { dependsOn: buckets });
  }
};

describe('recording in this process', () => {
  test('recorder: returns the same bytes for the same program', async () => {
    const first = formatRecording(await record(shop));
    expect(formatRecording(await record(shop))).toBe(first);
    expect(first.endsWith('}\n')).toBe(true);
  });

  test('recorder: runs concurrent programs one after another, without state between them', async () => {
    const transformed = () => {
      runtime.registerStackTransformation(({ props, opts }) => ({ props: { ...props, forceDestroy: true }, opts }));
      new Bucket('uploads');
      return { size: new Config().get('size'), where: `${getProject()}-${getStack()}` };
    };
    const plain = () => {
      new Bucket('uploads');
      new Topic('events');
      return { size: new Config().get('size') ?? null, where: `${getProject()}-${getStack()}` };
    };
    const [first, second] = await Promise.all([
      record(transformed, { config: { 'shop:size': '3' } }),
      record(plain, { project: 'other', stack: 'prod' }),
    ]);
    expect(named(first, 'uploads').inputs).toEqual({ forceDestroy: true });
    expect(first.outputs).toEqual({ size: '3', where: 'shop-dev' });
    expect(named(second, 'uploads')).toMatchObject({
      inputs: {},
      parent: 'urn:pulumi:prod::other::pulumi:pulumi:Stack::other-prod',
    });
    expect(second.outputs).toEqual({ size: null, where: 'other-prod' });
    expect(globalThis.stackResource).toBeUndefined();
  });

  test('recorder: restores the SDK', async () => {
    const sdk = jest.requireActual<Record<string, unknown>>('@pulumi/pulumi/runtime/resource');
    const { registerResource, readResource } = sdk;
    const during = await record(() => ({ changed: sdk.registerResource !== registerResource }));
    expect(during.outputs).toEqual({ changed: true });
    expect(sdk).toMatchObject({ registerResource, readResource });
  });

  test("recorder: fails with the program's own error", async () => {
    const error = new Error('mine');
    const program = () => {
      new Bucket('uploads');
      throw error;
    };
    await expect(record(program)).rejects.toBe(error);
    expect(Object.keys(error)).toEqual([]);
  });

  test('recorder: fails when a program waits for a value that never arrives', async () => {
    const never = new Promise<string>(() => undefined);
    const program = () => void new Bucket('uploads', { bucket: never });
    await expect(record(program, { timeoutSeconds: 0.2 })).rejects.toThrow("the program didn't end within 0.2 s");
  });

  test('recorder: fails on an error outside of any promise, and exits', async () => {
    const script = join(__dirname, 'fixtures/failing.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
    expect(stdout.trim().split('\n')).toEqual([
      'a callback that throws: a callback threw',
      'an input that fails: error serializing property "bucket": an input failed',
      expect.stringMatching(/a transform that throws: .*uploads: transform failed: Error: a transform threw$/),
      'a timer that throws: a timer threw',
      'then 2 resources',
    ]);
  });
});

describe('files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'files-'));
    mkdirSync(join(folder, 'code/inner'), { recursive: true });
    writeFileSync(join(folder, 'code.zip'), 'abc');
    writeFileSync(join(folder, 'code/b.js'), 'b');
    writeFileSync(join(folder, 'code/inner/a.js'), 'a');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const code = async (archive: asset.Archive, keepFile = (_: string, hash: string) => `assets/${hash}.zip`) => {
    const recording = await record(() => void new Function('work', { role: 'r', code: archive }), { keepFile });
    return named(recording, 'work').inputs.code;
  };

  test('assets: each is stored once and recorded with its hash', async () => {
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    const path = join(folder, 'code.zip');
    const keepFile = jest.fn((_: string, hash: string) => `assets/${hash}.zip`);
    const archive = new asset.AssetArchive({ a: new asset.FileArchive(path), b: new asset.FileAsset(path) });
    const file = { path: `assets/${sha256}.zip`, sha256 };
    expect(await code(archive, keepFile)).toEqual({
      $archive: { assets: { a: { $archive: file }, b: { $asset: file } } },
    });
    expect(keepFile.mock.calls).toEqual([[path, sha256]]);
  });

  test('assets: a folder has one hash, which a change of any file changes', async () => {
    const archive = new asset.FileArchive(join(folder, 'code'));
    const first = await code(archive);
    expect(await code(archive)).toEqual(first);
    writeFileSync(join(folder, 'code/inner/a.js'), 'changed');
    expect(await code(archive)).not.toEqual(first);
  });

  test('assets: fails on a missing file', async () => {
    const archive = new asset.FileArchive(join(folder, 'nowhere.zip'));
    await expect(code(archive)).rejects.toThrow(/Function::work: code: ENOENT: .*nowhere\.zip/);
  });
});
