import { deflateSync, unzipSync } from 'fflate';

/** A file or a symbolic link for an archive. */
export interface Entry {
  /** Its path in the archive, with forward slashes. */
  readonly path: string;
  /** The content of a file, or the target of a link. */
  readonly bytes: Uint8Array;
  /** True for mode 0755 instead of 0644. */
  readonly executable: boolean;
  /** True for a symbolic link. @default false */
  readonly isLink?: boolean;
}

// The same on every run and machine: 1 January 1980, 00:00, in the format of MS-DOS, without a time zone.
const date = (0 << 9) | (1 << 5) | 1;
const time = 0;
const utf8Names = 0x0800;
const deflated = 8;
const stored = 0;
const version = 20;
const madeOnUnix = (3 << 8) | version;
const regularFile = 0o100000;
/** Lambda restores a link from this mode: https://github.com/terraform-aws-modules/terraform-aws-lambda/issues/596 */
const symbolicLink = 0o120777;

// A larger archive needs the Zip64 extension, and exceeds the clouds' limits for a function's code.
const mostEntries = 0xffff;
const mostBytes = 0xffff_ffff;

/**
 * Makes a zip archive: the same bytes for the same files, on every run and every machine. Entries are in code-unit order
 * of their paths. fflate's `zipSync` can't do this: it depends on the machine's time zone, and sorts names that look like
 * numbers first. Neither can Node's zlib: its output differs between versions.
 *
 * @throws RangeError for more than 65,535 entries or 4 GiB
 */
export function zip(entries: readonly Entry[]): Uint8Array {
  if (entries.length > mostEntries) throw new RangeError(`must be at most ${mostEntries} files, got ${entries.length}`);
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));

  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, bytes, executable, isLink = false } of sorted) {
    const name = Buffer.from(path, 'utf8');
    const small = isLink ? bytes : deflateSync(bytes);
    const smaller = small.length < bytes.length;
    const data = smaller ? small : bytes;

    // The 26 bytes that a file's own header and its line in the directory share.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(version, 0);
    common.writeUInt16LE(utf8Names, 2);
    common.writeUInt16LE(smaller ? deflated : stored, 4);
    common.writeUInt16LE(time, 6);
    common.writeUInt16LE(date, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);

    const attributes = Buffer.alloc(14);
    const mode = isLink ? symbolicLink : regularFile | (executable ? 0o755 : 0o644);
    attributes.writeUInt32LE((mode << 16) >>> 0, 6);
    attributes.writeUInt32LE(offset, 10);

    const made = Buffer.alloc(2);
    made.writeUInt16LE(madeOnUnix, 0);
    directory.push(Buffer.from('PK\x01\x02', 'latin1'), made, common, attributes, name);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), common, name, Buffer.from(data));
    offset += 4 + common.length + name.length + data.length;
    if (offset > mostBytes) throw new RangeError('must be at most 4 GiB');
  }

  const lines = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(sorted.length, 8);
  end.writeUInt16LE(sorted.length, 10);
  end.writeUInt32LE(lines.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, lines, end]);
}

/** A file in a zip archive. */
interface Listed {
  readonly path: string;
  /** Its size when unpacked. */
  readonly bytes: number;
}

/**
 * The files in a zip archive, as its directory lists them.
 *
 * @throws if `bytes` isn't a zip archive
 */
function filesIn(bytes: Uint8Array): Listed[] {
  const files: Listed[] = [];
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!name.endsWith('/')) files.push({ path: name, bytes: originalSize });
      return false;
    },
  });
  return files;
}

/** The paths of the files in a zip archive. */
export const namesIn = (bytes: Uint8Array): string[] => filesIn(bytes).map(({ path }) => path);

// Node's own `zlib.crc32` came with Node 22.
const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb8_8320 : byte >>> 1;
  return byte;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
