/** An entry of a zip archive, as its directory describes it. */
export interface ArchiveEntry {
  /** The name as it is written, read as UTF-8. */
  readonly name: string;
  readonly rawName: Uint8Array;
  /** True if the archive says that the name is UTF-8. */
  readonly isDeclaredUtf8: boolean;
  readonly isEncrypted: boolean;
  /** The number of the compression method: 0 is stored, 8 deflated. */
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  /** The file's type and permissions; absent in archives that were not made on Unix, or if the tool wrote none. */
  readonly mode?: number;
  /** True if the entry has a size or place that only the Zip64 extension can state. */
  readonly isZip64: boolean;
  /** The packed content. */
  readonly packed: Uint8Array;
}

const signatures = {
  entry: 0x0201_4b50,
  file: 0x0403_4b50,
  end: 0x0605_4b50,
  end64: 0x0606_4b50,
  locator64: 0x0706_4b50,
};
const longestComment = 0xffff;
const in64 = 0xffff_ffff;

/** Systems on which the upper half of an entry's attributes is a mode of Unix. */
const unix = [3, 19];

/**
 * Reads the directory of a zip archive and checks each entry against its own header, from which other tools unpack:
 * https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
 *
 * @throws RangeError if `bytes` isn't a whole zip archive
 */
export function entriesOf(bytes: Uint8Array): ArchiveEntry[] {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start, end } = directoryOf(data);
  const entries: ArchiveEntry[] = [];
  let at = start;
  while (entries.length < count) {
    if (data.readUInt32LE(at) !== signatures.entry) throw new RangeError('no entry');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => data.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > end) throw new RangeError('an entry behind the directory');
    entries.push(entryAt(data, at, nameLength, extraLength));
    at = next;
  }
  return entries;
}

/** The place and the number of entries of the directory. The end of an archive may be a comment. */
function directoryOf(data: Buffer): { readonly count: number; readonly start: number; readonly end: number } {
  const lowest = Math.max(0, data.length - 22 - longestComment);
  let at = data.length - 22;
  while (at >= lowest && data.readUInt32LE(at) !== signatures.end) at--;
  if (at < lowest) throw new RangeError('no end');
  // Several disks are of another time, and no cloud reads them.
  if (data.readUInt16LE(at + 4) !== 0 || data.readUInt16LE(at + 6) !== 0) throw new RangeError('several disks');
  const [count, size, start] = [data.readUInt16LE(at + 10), data.readUInt32LE(at + 12), data.readUInt32LE(at + 16)];
  if (count !== 0xffff && size !== in64 && start !== in64) {
    if (start + size > at) throw new RangeError('a directory behind the end');
    return { count, start, end: at };
  }
  const locator = at - 20;
  if (data.readUInt32LE(locator) !== signatures.locator64) return { count, start, end: at };
  const end64 = toNumber(data.readBigUInt64LE(locator + 8));
  if (data.readUInt32LE(end64) !== signatures.end64) throw new RangeError('no end of Zip64');
  return {
    count: toNumber(data.readBigUInt64LE(end64 + 32)),
    start: toNumber(data.readBigUInt64LE(end64 + 48)),
    end: end64,
  };
}

function entryAt(data: Buffer, at: number, nameLength: number, extraLength: number): ArchiveEntry {
  const [flags, method] = [data.readUInt16LE(at + 8), data.readUInt16LE(at + 10)];
  const rawName = data.subarray(at + 46, at + 46 + nameLength);
  const extra = data.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const stated = [data.readUInt32LE(at + 24), data.readUInt32LE(at + 20), data.readUInt32LE(at + 42)];
  const wide = wideIn(extra);
  const [unpackedBytes, packedBytes, offset] = stated.map((value) =>
    value === in64 ? (wide.shift() ?? value) : value,
  ) as [number, number, number];
  const mode = data.readUInt32LE(at + 38) >>> 16;
  // Sizes in a file's own header may follow the content instead, so that only the name and the method are compared.
  if (data.readUInt32LE(offset) !== signatures.file) throw new RangeError('no file');
  const [ownLength, ownExtra] = [data.readUInt16LE(offset + 26), data.readUInt16LE(offset + 28)];
  const ownName = data.subarray(offset + 30, offset + 30 + ownLength);
  if (!ownName.equals(rawName) || data.readUInt16LE(offset + 8) !== method) throw new RangeError('another header');
  const content = offset + 30 + ownLength + ownExtra;
  if (content + packedBytes > data.length) throw new RangeError('content behind the end');
  return {
    name: rawName.toString('utf8'),
    rawName,
    isDeclaredUtf8: (flags & 0x0800) !== 0,
    // Bit 0 encrypts the content, bit 13 the directory.
    isEncrypted: (flags & 0x2001) !== 0,
    method,
    packedBytes,
    unpackedBytes,
    ...(unix.includes(data.readUInt8(at + 5)) && mode !== 0 && { mode }),
    isZip64: stated.includes(in64),
    packed: data.subarray(content, content + packedBytes),
  };
}

/** The numbers of the Zip64 extension in an extra field, in their order. */
function wideIn(extra: Buffer): number[] {
  let at = 0;
  while (at + 4 <= extra.length) {
    const [id, length] = [extra.readUInt16LE(at), extra.readUInt16LE(at + 2)];
    if (id === 1) {
      return Array.from({ length: Math.min(3, length >>> 3) }, (_, index) =>
        toNumber(extra.readBigUInt64LE(at + 4 + 8 * index)),
      );
    }
    at += 4 + length;
  }
  return [];
}

function toNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('a number behind every end');
  return Number(value);
}
