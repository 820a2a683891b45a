import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/cli/main';

const folder = mkdtempSync(join(tmpdir(), 'triptych-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `triptych validate` says of a text. */
async function validate(text: string | Buffer): Promise<{ code: number; err: string }> {
  const file = join(folder, 'architecture.yaml');
  writeFileSync(file, text);
  let err = '';
  const spies = [
    jest.spyOn(process.stderr, 'write').mockImplementation((said) => Boolean((err += String(said)))),
    jest.spyOn(process.stdout, 'write').mockImplementation(() => true),
  ];
  try {
    return { code: await main(['validate', file, '--without-code']), err };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

const laughs = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
  .concat(Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`))
  .join('\n');

test.each<[what: string, text: string | Buffer]>([
  ['10 MB of text', `name: big\ndescription: ${'x'.repeat(10_000_000)}\n`],
  ['a billion laughs', laughs],
  ['deep nesting', `name: deep\ntags: ${'['.repeat(20_000)}`],
  ['deep maps', `name: deep\ntags: ${'{a: '.repeat(20_000)}`],
  ['bytes that are no text', Buffer.from([0x6e, 0xff, 0xfe, 0x00, 0x81])],
  ['a NUL', 'name: a\u0000b\n'],
  ['an escape for terminals', 'name: "a\\e[31m"\n'],
  ['nothing', ''],
  ['a number with a million digits', `name: n\ntags: { a: ${'9'.repeat(900_000)} }\n`],
  ['prototype keys', 'name: p\n__proto__: { polluted: true }\nconstructor: 1\n'],
])('validate: fails with a message for %s', async (_, text) => {
  const { code, err } = await validate(text);
  expect(code).toBe(1);
  expect(err).toMatch(/architecture\.yaml/);
  expect(err).not.toMatch(/\n\s+at |\u001b/);
  expect(err.length).toBeLessThan(20_000);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

test('validate: fails for code behind a link to a path outside', async () => {
  symlinkSync(tmpdir(), join(folder, 'out'));
  const file = join(folder, 'linked.yaml');
  writeFileSync(file, 'name: l\nfunctions: { f: { runtime: nodejs22, code: out, handler: index.handler } }\n');
  let err = '';
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((said) => Boolean((err += String(said))));
  const code = await main(['validate', file]);
  spy.mockRestore();
  expect(code).toBe(1);
  expect(err).toMatch(/linked\.yaml:2:\d+: functions\.f\.code: /);
});

test('validate: accepts a truncated example, or fails with a message', async () => {
  const text = readFileSync('examples/provisioned/architecture.node.yaml', 'utf8');
  for (let end = 0; end < text.length; end += 3) {
    const { code, err } = await validate(text.slice(0, end));
    expect([0, 1]).toContain(code);
    if (code === 1) expect(err).toMatch(/architecture\.yaml/);
    expect(err).not.toMatch(/\n\s+at /);
  }
});
