import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { targets } from '../../lib/model/target';
import { examples } from '../examples';
import { render, stage, temporaryFolder, type Written } from '../rendering';

const root = join(__dirname, '../..');
const names = Object.keys(examples) as (keyof typeof examples)[];

/** All files below a folder, by their paths in it. */
function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path).toString('base64')]),
  );
}

/** The files that are there once alone, or aren't the same. */
const differing = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): string[] =>
  Object.keys({ ...one, ...other }).filter((file) => one[file] !== other[file]);

/** What a process of its own renders of all examples, somewhere, at some time, for somebody. */
function renderedBy(cwd: string, env: Readonly<Record<string, string>>): Record<string, string> {
  const folder = temporaryFolder();
  const systems = names.map((name) => {
    const example: Written = examples[name];
    return [name, stage(example), JSON.stringify(example.parameters ?? {})].join('|');
  });
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/tsx/dist/cli.mjs'), join(__dirname, 'render-all.ts'), folder, ...systems],
    {
      cwd,
      env: { PATH: process.env['PATH'], CDK_VALIDATION: 'false', ...env },
    },
  );
  return contents(folder);
}

describe('the artefacts of all examples', () => {
  let here: Record<string, string>;
  beforeAll(() => {
    here = renderedBy(root, { HOME: '/home/one', USER: 'one', TZ: 'UTC', LANG: 'C' });
  });

  it('are the same elsewhere: in another folder, time zone, language, for somebody else', () => {
    const there = renderedBy(tmpdir(), {
      HOME: '/home/two',
      USER: 'two',
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
    });
    expect(differing(here, there)).toEqual([]);
  });

  it('hold nothing of this machine: no path, no name of somebody, no time', () => {
    const own = [root, tmpdir(), '/home/one', hostname(), userInfo().homedir].filter((text) => text.length > 2);
    const time = /\b20\d\d-\d\d-\d\dT\d\d:\d\d|\b1[6-9]\d{8}\b|\b1[6-9]\d{11}\b/;
    const found = Object.entries(here)
      .filter(([file]) => /\.(?:json|tf|yaml)$/.test(file))
      .map(([file, bytes]) => [file, Buffer.from(bytes, 'base64').toString('utf8')] as const)
      .flatMap(([file, text]) => [
        ...own.filter((one) => text.includes(one)).map((one) => `${file}: ${one}`),
        ...(time.test(text) ? [`${file}: ${time.exec(text)![0]}`] : []),
      ]);
    expect(found).toEqual([]);
  });
});

/** The same architecture with the keys of every map in another order. */
function reordered({ text, ...written }: Written): Written {
  const reverse = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reverse);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, child]) => [key, reverse(child)]),
    );
  };
  return { ...written, text: stringify(reverse(parse(text))) };
}

const rich: Written = {
  text: `
name: shop
tags: { b: x, a: y }
foundation: { network: default, ingress: { allow: [0.0.0.0/0], insecure: true } }
functions:
  g: { runtime: nodejs22, code: code, handler: index.handler, environment: { BB: "1", AA: "\${tables.t.name}" } }
  f: { runtime: nodejs22, code: code, handler: index.handler, http: public, uses: { tables.t: read, tables.s: write } }
services:
  d: { image: nginx, ingress: public, path: "/d/*", environment: { ZZ: "1", YY: "2" } }
  c: { image: nginx, ingress: public, path: "/c/*" }
apis:
  z: { routes: { "GET /b": functions.g, "GET /a": functions.f } }
  y: { routes: { "ANY /{proxy+}": functions.g } }
tables:
  t: { partitionKey: { name: id, type: string }, ttlAttribute: end }
  s: { partitionKey: { name: id, type: string } }
outputs: { second: "\${apis.z.url}", first: "\${tables.t.name}" }`,
};

describe.each(targets)('on %s', (target) => {
  test.each(Object.entries({ provisioned: examples.provisioned, rich }))(
    '%s is the same twice, in whatever order it is written',
    async (_, written) => {
      const first = contents((await render(written, target)).folder);
      expect(differing(first, contents((await render(reordered(written), target)).folder))).toEqual([]);
    },
  );
});
