import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { checkCode } from '../../lib/archive/code';
import { zip } from '../../lib/archive/zip';
import type { Cloud } from '../../lib/model/target';
import { folderWith, removeFolders } from './folders';

afterAll(removeFolders);

/** An entry as any tool may write it. */
interface Written {
  readonly name: string | Buffer;
  readonly content?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly mode?: number;
  /** The size in the directory. */
  readonly declared?: number;
  /** The name before the content. */
  readonly ownName?: string;
  readonly system?: number;
  readonly zip64?: boolean;
}

const utf8 = 0x0800;

/** A zip archive with what a well-behaved tool doesn't write. */
function archive(entries: readonly Written[], comment = ''): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content = 'x', flags = utf8, method = 8, mode = 0o100644, system = 3, ...rest } of entries) {
    const [raw, own] = [Buffer.from(name as string), Buffer.from((rest.ownName ?? name) as string)];
    const packed = method === 0 ? Buffer.from(content) : deflateRawSync(content);
    const size = rest.declared ?? Buffer.byteLength(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(rest.zip64 ? 45 : 20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(rest.zip64 ? 0xffff_ffff : size, 18);
    common.writeUInt16LE(own.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), Buffer.from(common), own, packed);
    common.writeUInt16LE(raw.length, 22);
    const extra = Buffer.alloc(rest.zip64 ? 12 : 0);
    if (rest.zip64) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(8, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
      common.writeUInt16LE(extra.length, 24);
    }
    const rear = Buffer.alloc(14);
    rear.writeUInt32LE((mode << 16) >>> 0, 6);
    rear.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, system]), common, rear, raw, extra);
    offset += 4 + 26 + own.length + packed.length;
  }
  const lines = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(lines.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, lines, end, Buffer.from(comment)]);
}

const handler: Written = { name: 'index.js' };

/** What is said about an archive as the code of a function in Node. */
function saidOf(bytes: Uint8Array, cloud: Cloud = 'aws', more: object = {}) {
  const directory = folderWith({ 'unused.txt': '' });
  writeFileSync(join(directory, 'code.zip'), bytes);
  const code = { directory, code: 'code.zip', runtime: 'nodejs22', handler: 'index.handler', cloud, ...more } as const;
  const found = checkCode(code as Parameters<typeof checkCode>[0]);
  return found.kind === 'problem' ? [found.message] : found.warnings.map(({ message }) => message);
}

describe('given: an archive that a cloud refuses, or unpacks in another way than tools do', () => {
  const tooLong = "a path that Linux can't unpack (at most 4095 bytes, and 255 for each name in it)";
  const contains = '"code.zip" contains';
  test.each<[what: string, entry: Written, message: string]>([
    [
      'a backslash',
      { name: 'lib\\a.js' },
      `${contains} "lib\\\\a.js", and Linux reads the backslash as part of a name`,
    ],
    ['a line break in a name', { name: 'a\nb' }, `${contains} "a\\nb", an unusable name`],
    ['a dot as a name', { name: '.' }, `${contains} ".", an unusable name`],
    ['a name that no file system has', { name: 'n'.repeat(256) }, `${contains} "${'n'.repeat(200)}…", ${tooLong}`],
    [
      'a path that no system reads',
      { name: 'n/'.repeat(30_000) + 'n' },
      `${contains} "${'n/'.repeat(100)}…", ${tooLong}`,
    ],
    ['a NUL in a name', { name: 'a\0.js' }, `${contains} "a\\u0000.js", an unusable name`],
    [
      'a name in Latin-1',
      { name: Buffer.from('caf\xe9.js', 'latin1') },
      `${contains} "caf�.js", a name that is not UTF-8`,
    ],
    ['the same path in other words', { name: './index.js' }, `${contains} "./index.js" twice`],
    [
      'a file within a file',
      { name: 'index.js/a' },
      `${contains} "index.js/a" within "index.js", which is not a folder`,
    ],
    ['a pipe', { name: 'p', mode: 0o010644 }, `${contains} "p", which is neither a file nor a folder`],
    ['a device', { name: 'd', mode: 0o020666 }, `${contains} "d", which is neither a file nor a folder`],
    ['an encrypted file', { name: 'a', flags: utf8 | 1 }, `${contains} "a", which is encrypted`],
    [
      'another compression',
      { name: 'a', method: 93 },
      `${contains} "a", compressed by a method that not every tool knows (93)`,
    ],
    [
      'a size that is too small',
      { name: 'a', content: 'x'.repeat(99), declared: 9 },
      `${contains} "a" with another size or content than it declares`,
    ],
    [
      'a size that is too large',
      { name: 'a', declared: 99 },
      `${contains} "a" with another size or content than it declares`,
    ],
    [
      'a size that deflate cannot reach',
      { name: 'a', declared: 99_999 },
      `${contains} "a" with another size or content than it declares`,
    ],
    [
      'another size of what is stored',
      { name: 'a', method: 0, declared: 9 },
      `${contains} "a" with another size or content than it declares`,
    ],
    ['another name before the content', { name: 'a', ownName: 'b' }, '"code.zip" isn\'t a zip archive'],
    [
      'a link out of it',
      { name: 'l', mode: 0o120777, content: '../../etc/passwd' },
      `${contains} "l", a link to "../../etc/passwd" outside of the archive's folder`,
    ],
    [
      'an absolute link',
      { name: 'l', mode: 0o120777, content: '/etc/passwd' },
      `${contains} "l", a link to "/etc/passwd" outside of the archive's folder`,
    ],
    [
      'a link to nothing',
      { name: 'l', mode: 0o120777, content: 'nothing' },
      `${contains} "l", a link to "nothing", which isn't in the archive`,
    ],
    ['a file below a link', { name: 'l/a', mode: 0o100644 }, `${contains} "l/a" within "l", which is not a folder`],
  ])('fails with %s', (_, entry, message) => {
    const link: Written[] = entry.name === 'l/a' ? [{ name: 'l', mode: 0o120777, content: 'index.js' }] : [];
    expect(saidOf(archive([handler, ...link, entry]))).toEqual([message]);
  });

  test('fails with any link on Google Cloud, where builds restore none', () => {
    const bytes = archive([handler, { name: 'l', mode: 0o120777, content: 'index.js' }]);
    expect(saidOf(bytes, 'aws')).toEqual([]);
    expect(saidOf(bytes, 'gcp')).toEqual([`${contains} "l", a link, and builds of Cloud Functions restore no links`]);
  });

  test.each(['cut', 'without an end', 'with an entry less than it says'])('fails with an archive %s', (how) => {
    const bytes = archive([handler, { name: 'a' }]);
    if (how === 'with an entry less than it says') bytes.writeUInt16LE(3, bytes.length - 12);
    const end = { cut: bytes.length - 40, 'without an end': 60 }[how] ?? bytes.length;
    expect(saidOf(bytes.subarray(0, end))).toEqual(['"code.zip" isn\'t a zip archive']);
  });

  test.each<[what: string, entry: Written, aws: readonly string[], gcp: readonly string[]]>([
    ['names that differ by case', { name: 'INDEX.js' }, [], []],
    ['a folder of its own', { name: 'lib/', content: '', mode: 0o040755 }, [], []],
    ['a name that is not declared as UTF-8', { name: 'é.js', flags: 0 }, ['é.js'], ['é.js']],
    ['a file that only its owner may read', { name: 'a.js', mode: 0o100600 }, ['a.js'], []],
    ['no modes', { name: 'a.js', mode: 0 }, [], []],
    ['modes of another system', { name: 'a.js', mode: 0o600, system: 0 }, [], []],
    ['Zip64', { name: 'a.js', zip64: true }, ['a.js'], []],
    ['an empty file', { name: 'a.js', content: '' }, [], []],
  ])('takes %s, with a warning where a cloud may differ', (_, entry, aws, gcp) => {
    for (const [cloud, warned] of [
      ['aws', aws],
      ['gcp', gcp],
    ] as const) {
      const said = saidOf(archive([handler, { name: 'package.json' }, entry]), cloud);
      expect(said).toEqual(warned.map((path) => expect.stringContaining(`${contains} ${JSON.stringify(path)}`)));
    }
  });

  test('takes a comment behind the end', () => expect(saidOf(archive([handler], 'made by hand'))).toEqual([]));

  test('fails with a program of Go that Lambda could not start', () => {
    const go = { runtime: 'go1.26', handler: 'x' };
    const message = `${contains} "bootstrap" without the permission to execute it, so that Lambda could not start it`;
    expect(saidOf(archive([{ name: 'bootstrap' }]), 'aws', go)).toEqual([message]);
    expect(saidOf(archive([{ name: 'bootstrap', mode: 0o755, system: 0 }]), 'aws', go)).toEqual([message]);
    expect(saidOf(archive([{ name: 'bootstrap', mode: 0o100755 }]), 'aws', go)).toEqual([]);
    expect(saidOf(archive([{ name: 'go.mod' }, { name: 'a.go' }, { name: 'bootstrap' }]), 'gcp', go)).toEqual([]);
  });

  test('takes what the folder of the same code becomes', () => {
    const entries = ['index.js', 'lib/a.js'].map((path) => ({ path, bytes: Buffer.from(path), executable: false }));
    const link = { path: 'l', bytes: Buffer.from('lib'), executable: false, isLink: true };
    expect(saidOf(zip([...entries, link]))).toEqual([]);
  });
});
