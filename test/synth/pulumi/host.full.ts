import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { recordProject, type ProjectOptions } from '../../../lib/synth/pulumi/host';
import { named, ref } from './record';

const project = (name: string, options: Partial<ProjectOptions> = {}) =>
  recordProject(join(__dirname, 'fixtures', name), {
    stack: 'dev',
    keepFile: (_, hash) => `assets/${hash}`,
    ...options,
  });

test("host: records a folder's program with its own loader, configuration and files", async () => {
  const kept: string[] = [];
  const keepFile = (path: string, hash: string) => {
    kept.push(path);
    return `assets/${hash}`;
  };
  const recording = await project('tsx', { keepFile });
  const uploads = named(recording, 'uploads');
  const work = named(recording, 'work');
  expect(uploads.inputs).toEqual({ tags: { label: 'second', key: { $secret: true } } });
  expect(work.inputs).toMatchObject({ role: { $join: [ref(uploads, 'arn'), '/role'] }, memorySize: 3 });
  expect(work.options).toEqual({});
  expect(recording.outputs).toEqual({
    version: ref(work, 'version'),
    region: { $ref: { config: 'aws:region', path: [] } },
    organization: 'organization',
  });
  expect(kept).toEqual([join(__dirname, 'fixtures/tsx/program/code')]);
  expect(existsSync(kept[0]!)).toBe(true);
});

test("host: prefers the caller's configuration over the files'", async () => {
  const recording = await project('tsx', { config: { 'shop:label': 'third', 'shop:size': '4' } });
  expect(named(recording, 'uploads').inputs.tags).toMatchObject({ label: 'third' });
  expect(named(recording, 'work').inputs.memorySize).toBe(4);
});

test('host: tells a text of the program from a marker that the program took apart', async () => {
  const label = '\uE000\uE002third';
  const recording = await project('tsx', { config: { 'shop:label': label, 'shop:size': '4' } });
  expect(named(recording, 'uploads').inputs.tags).toMatchObject({ label });
});

test('host: records a JavaScript program that exports a function', async () => {
  const recording = await project('javascript', { stack: 'prod' });
  const uploads = named(recording, 'uploads');
  expect(uploads.urn).toBe('urn:pulumi:prod::shop::aws:s3/bucket:Bucket::uploads');
  expect(recording.outputs).toEqual({ arn: ref(uploads, 'arn') });
});

test.each(['modules', 'typescript'])('records a program of %s', async (name) => {
  const recording = await project(name);
  expect(recording.outputs.all).toEqual({ $join: [ref(named(recording, 'uploads'), 'arn'), '/*'] });
});

test('host: calls the transforms of a program back', async () => {
  const recording = await project('transforms');
  const uploads = named(recording, 'uploads');
  expect(uploads).toMatchObject({ inputs: { tags: { team: 'web' } }, options: { protect: true } });
  expect(named(recording, 'beside')).toMatchObject({
    inputs: { bucket: ref(uploads, 'arn'), tags: { team: 'web', key: { $secret: true } } },
    dependencies: [uploads.urn],
    options: {},
  });
  expect(recording.outputs).toEqual({ region: 'us-east-1' });
  await expect(project('transforms', { env: { FAILURE: 'transform' } })).rejects.toThrow(
    /^urn:.*: transform failed: Error: no such team$/m,
  );
});

test.each([
  ['throw', /^the program threw$/],
  ['apply', /^a callback threw$/],
  ['require', /^Missing required configuration variable 'shop:missing'/],
  ['reference', /^zones\.map is not a function\n.* give its value with --answer acme\/ground\/prod\.zones=…$/],
  ['exit', /^the program ended with exit code 3$/],
])('fails with the message of a program that fails by %s, and nothing around it', async (failure, message) => {
  await expect(project('tsx', { env: { FAILURE: failure } })).rejects.toThrow(message);
});

test.each([
  [{ 'acme/ground/prod.topc': 't' }, 'acme/ground/prod.topc: the program reads only acme/ground/prod.zones;'],
  [{ 'acme/ground/dev.zones': 't' }, 'acme/ground/dev.zones: the program reads only acme/ground/prod.zones;'],
])('fails on an answer that the program does not read: %j', async (given, message) => {
  const outputs = { 'acme/ground/prod.zones': '["a"]', ...given };
  await expect(project('tsx', { env: { FAILURE: 'reference' }, outputs })).rejects.toThrow(message);
});

test('host: fails when a program takes too long', async () => {
  const recording = project('tsx', { env: { FAILURE: 'wait' }, timeoutSeconds: 5 });
  await expect(recording).rejects.toThrow("the program didn't end within 5 s");
});

test('host: fails on a folder without a project', async () => {
  await expect(project('nowhere')).rejects.toThrow(
    /nowhere\/Pulumi\.yaml: not found; name the folder of a Pulumi project$/,
  );
});
