import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { main } from '../../lib/cli/main';
import { examples } from '../examples';
import { files, placesIn, whole, withAt, wrongFor, type Place } from './hostile';

const folder = mkdtempSync(join(tmpdir(), 'triptych-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, 'architecture.yaml');
const put = (path: string, content: string | Uint8Array): string => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
  return join(folder, path);
};

/** Time enough for any file on a busy machine, in milliseconds, and too little for what never ends. */
const patience = 20_000;

const said = { out: '', err: '' };
beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((said.out += String(text)), true));
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((said.err += String(text)), true));
});
afterEach(() => jest.restoreAllMocks());

/** What `triptych validate` says of a file, and the exit code. It never shows where in the code it happened. */
async function validate(path: string, ...flags: string[]): Promise<{ code: number; problems: string[] }> {
  said.out = said.err = '';
  const start = performance.now();
  const code = await main(['validate', path, ...flags]);
  expect(performance.now() - start).toBeLessThan(patience);
  const problems = said.err.split('\n').filter((line) => line !== '');
  expect(said.err).not.toMatch(/^\s+at \S|node_modules\/|RangeError|TypeError|\[object |\bundefined\b/m);
  return { code, problems };
}

/** A file is refused, and each line that is said of it begins with its name, and mostly with a place in it. */
async function refuses(path: string, place = /^(?::\d+:\d+)?: ./, ...flags: string[]): Promise<string[]> {
  const { code, problems } = await validate(path, ...flags);
  expect({ code, some: problems.length > 0 }).toEqual({ code: 1, some: true });
  for (const problem of problems) expect(problem.replace(path.replaceAll('\0', '\\u0000'), '')).toMatch(place);
  return problems;
}

const inside = /^:\d+:\d+: \S/;

describe('validate: refuses a file with', () => {
  test.each(Object.entries(files))('%s', async (_, content) => {
    await refuses(put('architecture.yaml', content));
  });
});

describe('validate: reports a value of a wrong type at its place', () => {
  const cases = [...placesIn(whole)].flatMap(([place, value]) =>
    wrongFor(value).map((wrong) => [place.join('.'), JSON.stringify(wrong), place, wrong] as const),
  );
  test('there are more than 250 cases', () => expect(cases.length).toBeGreaterThan(250));

  test.each(cases)('%s: %s', async (name, _, place: Place, wrong) => {
    put('architecture.yaml', stringify(withAt(whole, place, wrong)));
    const problems = await refuses(file, inside, '--without-code');
    const named = [name, place.slice(0, -1).join('.')].filter((path) => path !== '');
    expect(problems.some((problem) => named.some((path) => problem.includes(`: ${path}`)))).toBe(true);
  });
});

test('validate: accepts the architecture that the cases are made from', async () => {
  put('architecture.yaml', stringify(whole));
  expect((await validate(file, '--without-code')).code).toBe(0);
});

describe.each(Object.entries(examples))('the example %s', (_, { text }) => {
  const lines = text.split('\n');
  const keyed = lines.flatMap((line, index) => (/^\s*[\w./ {}+-]+:(?: |$)/.test(line) ? [index] : []));

  test('reports every key that is defined twice, at its second place', async () => {
    expect(keyed.length).toBeGreaterThan(5);
    for (const index of keyed) {
      const indent = /^\s*/.exec(lines[index]!)![0].length;
      // The whole block, so that nothing else is wrong with it.
      const rest = lines
        .slice(index + 1)
        .findIndex((line) => line.trim() !== '' && /^\s*/.exec(line)![0].length <= indent);
      const end = rest === -1 ? lines.length : index + 1 + rest;
      const block = lines.slice(index, end).filter((line) => line !== '');
      put('architecture.yaml', [...lines.slice(0, index), ...block, ...lines.slice(index)].join('\n'));
      const problems = await refuses(file, inside, '--without-code');
      expect(problems.join('\n')).toContain(`is defined twice, first on line ${index + 1}`);
    }
  });

  test('has a problem or is valid wherever it is cut off', async () => {
    for (let end = 1; end < text.length; end += 13) {
      put('architecture.yaml', text.slice(0, end));
      const { code, problems } = await validate(file, '--without-code');
      expect(code === 0 || problems.length > 0).toBe(true);
    }
  });

  test('has a problem or is valid with a stray character in any line', async () => {
    for (const index of lines.keys())
      for (const stray of ['\t', '"', '{', '\u0000', '&a *a', '? ']) {
        const changed = lines.map((line, at) => (at === index ? stray + line : line)).join('\n');
        put('architecture.yaml', changed);
        const { code, problems } = await validate(file, '--without-code');
        expect(code === 0 || problems.every((problem) => problem.startsWith(file))).toBe(true);
      }
  });

  test('is valid with CRLF line endings and a byte order mark', async () => {
    put('architecture.yaml', `\ufeff${text.replaceAll('\n', '\r\n')}`);
    expect((await validate(file, '--without-code')).code).toBe(0);
  });
});

describe('validate: refuses a path that is', () => {
  const isRoot = process.getuid?.() === 0;
  const fifo = (path: string): string => {
    execFileSync('mkfifo', [join(folder, path)]);
    return join(folder, path);
  };
  const link = (to: string, path: string): string => {
    symlinkSync(to, join(folder, path));
    return join(folder, path);
  };
  const cases: Readonly<Record<string, () => string>> = {
    nothing: () => join(folder, 'nowhere.yaml'),
    'a file in nothing': () => join(folder, 'nowhere', 'a.yaml'),
    'a file in a file': () => join(put('plain.yaml', 'name: a\n'), 'a.yaml'),
    'a folder': () => dirname(put('folder.yaml/x', '')),
    'a pipe': () => fifo('pipe.yaml'),
    'a link to a pipe': () => link(fifo('other.yaml'), 'to-pipe.yaml'),
    'a link to a device that never ends': () => link('/dev/zero', 'zero.yaml'),
    'a link to a terminal': () => link('/dev/tty', 'tty.yaml'),
    'a link to nothing': () => link('gone.yaml', 'dangling.yaml'),
    'a link to itself': () => link('circle.yaml', 'circle.yaml'),
    'a link to a folder': () => link('.', 'here.yaml'),
    'a device': () => '/dev/null',
    'another ending': () => put('architecture.toml', 'name = "a"\n'),
    'no ending': () => put('architecture', 'name: a\n'),
    'a name with NUL': () => join(folder, 'a\0.yaml'),
    'a name that is too long': () => join(folder, `${'a'.repeat(300)}.yaml`),
    'a path that is too long': () => join(folder, 'a/'.repeat(5_000), 'a.yaml'),
  };
  test.each(Object.entries(cases))('%s', async (_, make) => {
    const path = make();
    expect(await refuses(path)).toHaveLength(1);
  });

  (isRoot ? test.skip : test)('a file without read permission', async () => {
    const path = put('secret.yaml', 'name: a\n');
    chmodSync(path, 0o000);
    expect(await refuses(path)).toEqual([`${path}: can't be read: permission denied`]);
  });
});

describe('validate: refuses code that is', () => {
  const outside = mkdtempSync(join(tmpdir(), 'triptych-'));
  afterAll(() => rmSync(outside, { recursive: true }));
  const cases: Readonly<Record<string, () => string>> = {
    nowhere: () => 'nowhere',
    'the folder of the architecture': () => '.',
    'above it': () => '..',
    'above it by a detour': () => 'a/../../b',
    'at an absolute path': () => '/etc',
    'a file': () => (put('plain.txt', 'x'), 'plain.txt'),
    'no zip': () => (put('no.zip', 'x'), 'no.zip'),
    'half of a zip': () => (put('half.zip', Buffer.from('504b0304140000000800', 'hex')), 'half.zip'),
    'an empty folder': () => (mkdirSync(join(folder, 'empty')), 'empty'),
    'a link out of the folder': () => (symlinkSync(outside, join(folder, 'out')), 'out'),
    'a link to itself': () => (symlinkSync('self', join(folder, 'self')), 'self'),
    'a folder with a link out of it': () => {
      put('leaky/index.js', '');
      symlinkSync('/etc/hostname', join(folder, 'leaky/secret'));
      return 'leaky';
    },
    'a folder with a link to nothing': () => {
      put('dangling/index.js', '');
      symlinkSync('gone', join(folder, 'dangling/x'));
      return 'dangling';
    },
    'a folder in a circle': () => {
      put('round/index.js', '');
      symlinkSync('.', join(folder, 'round/again'));
      return 'round';
    },
    'a folder with a pipe': () => {
      put('piped/index.js', '');
      execFileSync('mkfifo', [join(folder, 'piped/pipe')]);
      return 'piped';
    },
    'a pipe': () => (execFileSync('mkfifo', [join(folder, 'pipe')]), 'pipe'),
    'a device': () => (symlinkSync('/dev/zero', join(folder, 'zero.zip')), 'zero.zip'),
    'a name with NUL': () => 'a\0b',
    'a name that is too long': () => 'a'.repeat(5_000),
    'an empty name': () => '',
  };
  test.each(Object.entries(cases))('%s', async (_, make) => {
    const code = make();
    put('architecture.yaml', stringify(withAt(whole, ['functions', 'f', 'code'], code)));
    const problems = (await refuses(file, inside)).filter((problem) => !problem.includes(': warning: '));
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toContain(': functions.f.code');
  });
});

test('validate: needs little memory for the largest files', () => {
  const large = {
    'ten-megabytes': `name: shop\ndescription: ${'x'.repeat(10_000_000)}\n`,
    'ten-megabytes-of-brackets': '['.repeat(10_000_000),
    brackets: `name: shop\ntags: ${'['.repeat(900_000)}`,
    braces: `name: shop\ntags: ${'{a: '.repeat(240_000)}`,
    dashes: `name: shop\ntargets:\n${'- '.repeat(450_000)}x\n`,
    keys: `name: shop\ntags:\n${Array.from({ length: 70_000 }, (_, index) => `  k${index}: v\n`).join('')}`,
    quotes: `name: shop\n${'"\n'.repeat(400_000)}`,
    laughs: String(files['laughs in maps']),
  };
  const paths = Object.entries(large).map(([name, content]) => put(`large/${name}.yaml`, content));
  const script = `const { main } = require('./lib/cli/main');
    (async () => { for (const path of ${JSON.stringify(paths)}) if ((await main(['validate', path])) !== 1) process.exitCode = 3; })();`;
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--max-old-space-size=200', '--require', 'tsx/cjs', '-e', script],
    { cwd: join(__dirname, '../..'), encoding: 'utf8', timeout: 60_000, maxBuffer: 64_000_000 },
  );
  expect(stderr.slice(-1000)).not.toMatch(/^\s+at \S|heap|RangeError/m);
  expect(status).toBe(0);
});
