import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { archiveCode, type CodeArchive } from '../../lib/archive/code';
import { namesIn } from '../../lib/archive/zip';
import { clouds, type Cloud } from '../../lib/model/target';
import type { FunctionSpec } from '../../lib/model/function';
import { exampleFiles, examplesFolder as examples } from '../example-files';

const functions = exampleFiles.flatMap((file) => {
  const { functions } = parse(readFileSync(join(examples, file), 'utf8')) as {
    functions?: Record<string, FunctionSpec>;
  };
  return Object.entries(functions ?? {}).flatMap(([name, spec]) =>
    clouds.map((cloud) => [file, name, cloud, spec] as const),
  );
});

const on = (cloud: Cloud, value: FunctionSpec['code']) => (typeof value === 'string' ? value : value[cloud])!;

test.each(functions)('%s: the code of %s is what %s takes', (file, _name, cloud, { code, handler, runtime }) => {
  const directory = join(examples, file, '..');
  const archive = archiveCode({
    directory,
    code: on(cloud, code),
    handler: on(cloud, handler),
    runtime,
    cloud,
    withoutCode: true,
  }) as CodeArchive;
  expect(archive.kind).toBe('archive');

  // Only what wants a compiler may be missing.
  if (archive.empty) expect(`${cloud} ${runtime}`).toMatch(/^aws (?:go|dotnet)/);
  const names = namesIn(readFileSync(archive.path));
  expect(names.filter((name) => /test|node_modules|requests\.json|(?:^|\/)(?:bin|obj)\//.test(name))).toEqual([]);
});

test('there are functions in it', () => {
  expect(functions.map(([file, name]) => `${file} ${name}`)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/polyglot.* python/),
      expect.stringMatching(/polyglot.* go/),
      expect.stringMatching(/provisioned.architecture.yaml counter/),
      expect.stringMatching(/provisioned.architecture.node.yaml counter/),
    ]),
  );
});
