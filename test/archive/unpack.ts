import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';

const mask = 0o170000;
const link = 0o120000;

/** Unpacks an archive as Info-ZIP's `unzip` and Lambda do: with modes, and with links where the mode says so. */
export function unpack(archive: string, folder: string): void {
  const bytes = readFileSync(archive);
  const contents = unzipSync(bytes);
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const length = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    const mode = bytes.readUInt32LE(at + 38) >>> 16;
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    if ((mode & mask) === link) symlinkSync(Buffer.from(contents[name]!).toString(), file);
    else {
      writeFileSync(file, contents[name]!);
      chmodSync(file, mode & 0o777);
    }
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}
