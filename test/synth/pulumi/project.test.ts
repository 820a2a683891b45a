import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readProject } from '../../../lib/synth/pulumi/project';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'project-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const project = (text: string, stackText?: string) => {
  writeFileSync(join(folder, 'Pulumi.yaml'), text);
  if (stackText) writeFileSync(join(folder, 'Pulumi.dev.yaml'), stackText);
  return readProject(folder, 'dev');
};

test('project: runs in its folder, given only a name and a runtime', () => {
  expect(project('name: shop\nruntime: nodejs\n')).toEqual({
    name: 'shop',
    folder,
    entry: '.',
    nodeArguments: [],
    typescript: true,
    config: {},
    secretKeys: [],
  });
});

test('project: splits arguments for Node as a shell does', () => {
  const text = `name: shop\nruntime: {name: nodejs, options: {nodeargs: '--import tsx --title "a b"', typescript: false}}\n`;
  expect(project(text)).toMatchObject({ nodeArguments: ['--import', 'tsx', '--title', 'a b'], typescript: false });
});

test('project: accepts a folder or a file as its program', () => {
  mkdirSync(join(folder, 'src'));
  expect(project('name: shop\nruntime: nodejs\nmain: src/\n')).toMatchObject({
    folder: join(folder, 'src'),
    entry: '.',
  });
  expect(project('name: shop\nruntime: nodejs\nmain: src/a.ts\n')).toMatchObject({
    folder: join(folder, 'src'),
    entry: 'a.ts',
  });
});

test("configuration of the stack stands over the project's, under full keys, as texts", () => {
  const own =
    'name: shop\nruntime: nodejs\nconfig: {size: 3, label: {type: string, default: a}, unset: {type: string}, gcp:region: {value: eu}}\n';
  const { config, secretKeys } = project(
    own,
    'config: {shop:label: b, list: [1], aws:config:region: x, key: {secure: abc}}\n',
  );
  expect(config).toEqual({
    'shop:size': '3',
    'shop:label': 'b',
    'gcp:region': 'eu',
    'shop:list': '[1]',
    'aws:region': 'x',
  });
  expect(secretKeys).toEqual(['shop:key']);
});

test.each([
  ['name: shop\nruntime: python\n', 'runtime: only nodejs can be recorded, got "python"'],
  ['runtime: nodejs\n', 'name: must be a string, got undefined'],
  ['name: [\n', 'Pulumi.yaml: '],
])('fails on %j', (text, message) => {
  expect(() => project(text)).toThrow(message);
});
