import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { namesIn, zip, type Entry } from '../../lib/archive/zip';

const entry = (path: string, text = path, executable = false): Entry => ({
  path,
  bytes: Buffer.from(text),
  executable,
});

/** Mode, date and time of each file, as the directory at the end of the archive states them. */
function directoryOf(bytes: Uint8Array): { path: string; mode: number; date: number; time: number }[] {
  const buffer = Buffer.from(bytes);
  const found = [];
  for (let at = buffer.readUInt32LE(buffer.length - 6); buffer.readUInt32LE(at) === 0x02014b50;) {
    const length = buffer.readUInt16LE(at + 28);
    found.push({
      path: buffer.toString('utf8', at + 46, at + 46 + length),
      mode: buffer.readUInt32LE(at + 38) >>> 16,
      date: buffer.readUInt16LE(at + 14),
      time: buffer.readUInt16LE(at + 12),
    });
    at += 46 + length;
  }
  return found;
}

const paths = fc.uniqueArray(
  fc
    .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map((part) => part.replace(/[/\\\0]/g, '_')).join('/')),
  { maxLength: 12 },
);
const entries = paths.chain((all) =>
  fc.tuple(
    ...all.map((path) => fc.record({ path: fc.constant(path), bytes: fc.uint8Array(), executable: fc.boolean() })),
  ),
) as fc.Arbitrary<Entry[]>;

test('holds what was put in', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const unpacked = unzipSync(zip(all));
      expect(Object.keys(unpacked).sort()).toEqual(all.map(({ path }) => path).sort());
      for (const { path, bytes } of all) expect(Buffer.from(unpacked[path]!)).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 60 },
  );
});

test('gives the same bytes in whatever order the entries come', () => {
  fc.assert(
    fc.property(
      entries.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => expect(Buffer.from(zip(shuffled))).toEqual(Buffer.from(zip(all))),
    ),
    { numRuns: 60 },
  );
});

test('puts entries in code-unit order, names that look like numbers too', () => {
  const names = namesIn(zip(['b', 'a/b', '10', 'a.b', 'Z', '9', 'é', '__proto__'].map((path) => entry(path))));
  expect(names).toEqual(['10', '9', 'Z', '__proto__', 'a.b', 'a/b', 'b', 'é']);
});

test('writes 0755 for what may be executed, 0644 for the rest, and one fixed time', () => {
  const bytes = zip([entry('bootstrap', 'x', true), entry('main.py', 'y')]);
  expect(directoryOf(bytes)).toEqual([
    { path: 'bootstrap', mode: 0o100755, date: (1 << 5) | 1, time: 0 },
    { path: 'main.py', mode: 0o100644, date: (1 << 5) | 1, time: 0 },
  ]);
});

test('an empty archive is a valid archive without entries', () => {
  expect(namesIn(zip([]))).toEqual([]);
  expect(zip([])).toHaveLength(22);
});

test('compresses, and leaves alone what only grows', () => {
  expect(zip([entry('a', 'a'.repeat(10_000))]).length).toBeLessThan(300);
  expect(zip([entry('a', 'q')])).toHaveLength(22 + 2 * 1 + 30 + 46 + 1);
});

test('gives the same bytes in every time zone', () => {
  const program = `
    const { zip } = require(${JSON.stringify(join(__dirname, '../../lib/archive/zip.ts'))});
    process.stdout.write(Buffer.from(zip([{ path: 'a', bytes: Buffer.from('b'), executable: true }])).toString('hex'));`;
  const zipped = (TZ: string) =>
    execFileSync(process.execPath, ['--require', 'tsx/cjs', '--eval', program], {
      env: { ...process.env, TZ },
      encoding: 'utf8',
    });
  const here = Buffer.from(zip([entry('a', 'b', true)])).toString('hex');
  expect(zipped('Pacific/Kiritimati')).toBe(here);
  expect(zipped('America/Los_Angeles')).toBe(here);
});

test('fails on more files than an archive can hold', () => {
  expect(() => zip(Array.from({ length: 65_536 }, (_, index) => entry(`${index}`)))).toThrow(
    'must be at most 65535 files, got 65536',
  );
});

test('fails to list what is no archive', () => {
  expect(() => namesIn(Buffer.from('nothing of the kind'))).toThrow();
});
