import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { load } from '../../lib/model/load';
import { ArchitectureError } from '../../lib/model/problem';
import { resolve } from '../../lib/model/resolve';
import { messagesOf, problemsOf, resolveObject } from './architectures';

const folder = mkdtempSync(path.join(tmpdir(), 'triptych-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string | Buffer): string {
  const named = path.join(folder, name);
  writeFileSync(named, content);
  return named;
}

describe('load: a file', () => {
  test('is parsed as YAML, with the position of each key and value', () => {
    const source = load(file('a.yaml', 'name: shop\ntags:\n  team: orders\n  list: [a, b]\n'));
    expect(source.tree).toEqual({ name: 'shop', tags: { team: 'orders', list: ['a', 'b'] } });
    expect(source.directory).toBe(folder);
    expect(source.position(['tags', 'team'])).toEqual({ line: 3, column: 9 });
    expect(source.position(['tags', 'team'], 'key')).toEqual({ line: 3, column: 3 });
    expect(source.position(['tags', 'list', 1])).toEqual({ line: 4, column: 13 });
    expect(source.position([])).toEqual({ line: 1, column: 1 });
  });

  test('is in an absolute folder, however it is named: an engine may change the working folder', () => {
    const here = process.cwd();
    file('here.yaml', 'name: shop\n');
    try {
      process.chdir(folder);
      const real = process.cwd();
      for (const named of ['here.yaml', './here.yaml', path.join('..', path.basename(folder), 'here.yaml')])
        expect(load(named).directory).toBe(real);
    } finally {
      process.chdir(here);
    }
  });

  test('has the position of the value above, for a path that does not exist', () => {
    const source = load(file('b.yaml', 'name: shop\nfunctions:\n  a:\n    runtime: go1.26\n'));
    expect(source.position(['functions', 'a', 'code'])).toEqual({ line: 3, column: 3 });
    expect(source.position(['services', 'web'])).toEqual({ line: 1, column: 1 });
  });

  test('may be JSON, indented with tabs, with a byte order mark and CRLF', () => {
    const source = load(file('c.json', '\uFEFF{\r\n\t"name": "shop",\r\n\t"tags": {"a": "\\u00e4\\/"}\r\n}\r\n'));
    expect(source.tree).toEqual({ name: 'shop', tags: { a: 'ä/' } });
    expect(source.position(['tags', 'a'])).toEqual({ line: 3, column: 16 });
  });

  test('may contain aliases, each of which is copied', () => {
    const { tree } = load(file('d.yml', 'name: shop\ntags: &t { a: b }\nmore: *t\n'));
    expect(tree).toEqual({ name: 'shop', tags: { a: 'b' }, more: { a: 'b' } });
  });

  test('is YAML 1.2: yes and no are text, and 010 is a number', () => {
    expect(load(file('e.yaml', 'a: yes\nb: no\nc: 010\nd: 0o10\ne: 1_000\n')).tree).toEqual({
      a: 'yes',
      b: 'no',
      c: 10,
      d: 8,
      e: '1_000',
    });
  });

  test('warns of a number in an environment whose text differs from the file', () => {
    const functions = '{ a: { runtime: go1.26, code: a, handler: b, environment: { V: 1.10, W: 1.5, X: "1.10" } } }';
    const { warnings, architecture } = resolve(load(file('j.yaml', `name: shop\nfunctions: ${functions}\n`)), []);
    expect(warnings.map(({ path: at, message }) => `${at}: ${message}`)).toEqual([
      'functions.a.environment.V: is the number 1.10, which becomes the text "1.1"',
    ]);
    expect(architecture.functions['a']!.environment).toEqual({ V: ['1.1'], W: ['1.5'], X: ['1.10'] });
  });

  test.each([
    ['there is none', () => path.join(folder, 'none.yaml'), 'there is no such file'],
    [
      'it is a folder',
      () => (mkdirSync(path.join(folder, 'f.yaml')), path.join(folder, 'f.yaml')),
      'is a folder, must be a file',
    ],
    [
      'its path has a NUL character',
      () => path.join(folder, 'a\0b.yaml'),
      "can't be read: the path contains a NUL character",
    ],
    [
      'its path is too long',
      () => path.join(folder, `${'x'.repeat(300)}.yaml`),
      "can't be read: the path or a name in it is too long for this file system",
    ],
    ['its name ends with something else', () => file('a.toml', ''), 'must be a .yaml, .yml or .json file'],
    ['it is not UTF-8', () => file('g.yaml', Buffer.from([0x6e, 0xff, 0xfe])), 'must be UTF-8'],
    ['it is too large', () => file('h.yaml', '#'.repeat(1_000_001)), 'must be at most 1000000 bytes, got 1000001'],
    ['it is empty', () => file('i.yaml', ''), 'is empty'],
  ])('fails if %s', (_, make, message) => {
    const named = make();
    expect(() => load(named)).toThrow(new ArchitectureError([{ severity: 'error', file: named, path: '', message }]));
  });
});

describe('load: an object', () => {
  test('is copied without undefined fields', () => {
    const given = { name: 'shop', description: undefined, tags: { a: 'b' } };
    const { tree, directory, file: named } = load(given);
    expect(tree).toEqual({ name: 'shop', tags: { a: 'b' } });
    expect(tree).not.toBe(given);
    expect('description' in (tree as object)).toBe(false);
    expect(directory).toBe(process.cwd());
    expect(named).toBeUndefined();
  });

  const cycle: Record<string, unknown> = {};
  cycle['again'] = cycle;
  const deep = Array.from({ length: 40 }).reduce((inner: unknown) => [inner], 'x');
  let wide: unknown = 'x';
  for (let index = 0; index < 30; index++) wide = [wide, wide];

  test.each([
    ['a function', { tags: { a: () => 1 } }, 'tags.a: must be plain data, got a function'],
    ['a date', { tags: { a: new Date(0) } }, 'tags.a: must be plain data, got an instance of Date'],
    ['a map', { tags: new Map() }, 'tags: must be plain data, got an instance of Map'],
    ['a bigint', { tags: { a: 5n } }, 'tags.a: must be plain data, got a bigint'],
    ['not a number', { functions: { a: { memoryMiB: NaN } } }, 'functions.a.memoryMiB: must be plain data, got NaN'],
    ['a hole in a list', { targets: [undefined] }, 'targets.0: must be plain data, got undefined'],
    ['a cycle', { tags: cycle }, 'tags.again: refers to itself'],
    ['a key that is a symbol', { tags: { [Symbol('x')]: 'y' } }, 'tags: keys must be strings'],
    ['a prototype', JSON.parse('{"tags":{"__proto__":{"x":1}}}'), 'tags.__proto__: this name is not allowed'],
    ['too much nesting', { tags: deep }, 'tags.0.0.0: is nested too deeply (at most 32 levels)'],
  ])('fails with %s', (_, architecture, message) => {
    expect(messagesOf(() => resolveObject(architecture as object))[0]).toBe(message);
  });

  test('fails with too many values, without reading all of them', () => {
    expect(messagesOf(() => resolveObject({ tags: wide }))[0]).toMatch(/more than 250000 values/);
  });
});

describe('load: something else than a file', () => {
  const missing = (given: unknown) => messagesOf(() => load(given as string));

  test('accepts the URL of a file, as an object and as text', () => {
    const url = pathToFileURL(file('by url.yaml', 'name: shop\n'));
    expect(load(url).tree).toEqual({ name: 'shop' });
    expect(load(url.href).directory).toBe(folder);
    expect(missing(new URL('https://example.com/a.yaml'))).toEqual([
      'architecture: must be a file, got https://example.com/a.yaml',
    ]);
  });

  test.each(['name: shop\ntopics: {}\n', '{ "name": "shop" }', 'name: shop', '"name": shop'])(
    'recognizes the text of an architecture: %j',
    (text) => {
      expect(missing(text)).toEqual(['architecture: looks like the text of an architecture, not its file']);
    },
  );

  test('takes a file for one, whatever its name looks like', () => {
    expect(load(file('name: shop.yaml', 'name: shop\n')).tree).toEqual({ name: 'shop' });
  });

  test.each([undefined, null])('names the property that is missing: %s', (given) => {
    expect(missing(given)).toEqual(['architecture: is missing']);
  });

  test('says where it looked for a file, unless its path says so', () => {
    expect(problemsOf(() => load('none.yaml')).map(({ message, hint }) => [message, hint])).toEqual([
      ['there is no such file', `looked for ${path.resolve('none.yaml')}`],
    ]);
    const full = path.join(folder, 'none.yaml');
    expect(problemsOf(() => load(full)).map(({ message, hint }) => [message, hint])).toEqual([
      ['there is no such file', undefined],
    ]);
  });
});

test('load: leaves out $schema, which is for editors', () => {
  const $schema = 'node_modules/triptych-iac/dist/schema.json';
  expect(load({ $schema, name: 'shop' }).tree).toEqual({ name: 'shop' });
  expect(load(file('schema.json', JSON.stringify({ $schema, name: 'shop' }))).tree).toEqual({ name: 'shop' });
});

test('load: code is relative to `root`, of a file and of an object', () => {
  expect(load({ name: 'shop' }).directory).toBe(process.cwd());
  expect(load({ name: 'shop' }, { root: folder }).directory).toBe(folder);
  expect(load(file('root.yaml', 'name: shop\n'), { root: path.dirname(folder) }).directory).toBe(path.dirname(folder));
});

test('ArchitectureError: says each problem once, and shows its problems only in the message', () => {
  const problem = { severity: 'error', path: 'name', message: 'is required' } as const;
  const error = new ArchitectureError([problem, { ...problem }, { ...problem, path: 'other' }]);
  expect(error.message).toBe('name: is required\nother: is required');
  expect(error.problems).toHaveLength(2);
  expect(inspect(error)).not.toContain('problems');
});
