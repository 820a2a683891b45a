import type { Cloud } from '../model/target';
import type { ArchiveEntry } from './directory';
import type { CodeWarning } from './warning';

const mostListed = 5;

/** Doubts about the files of a given archive, by their paths: not every tool unpacks them in the same way. */
export function doubtsAbout(
  files: readonly (readonly [path: string, ArchiveEntry])[],
  shown: string,
  cloud: Cloud,
): CodeWarning[] {
  const warn = (
    isSuch: (entry: ArchiveEntry) => boolean,
    what: string,
    hint: string,
    on: readonly Cloud[] = ['aws', 'gcp'],
  ): CodeWarning[] => {
    const found = on.includes(cloud) ? files.filter(([, entry]) => isSuch(entry)).map(([path]) => path) : [];
    if (found.length === 0) return [];
    const listed = found.slice(0, mostListed).map((path) => JSON.stringify(path));
    const more = found.length > mostListed ? ` and ${found.length - mostListed} more` : '';
    return [{ message: `"${shown}" contains ${listed.join(', ')}${more}${what}`, hint }];
  };
  return [
    // https://docs.aws.amazon.com/lambda/latest/dg/configuration-function-zip.html
    ...warn(
      ({ mode = 0o4 }) => (mode & 0o4) === 0,
      ', which Lambda may not read: not everyone has permission to',
      'make the archive again after chmod -R a+rX',
      ['aws'],
    ),
    ...warn(
      ({ isDeclaredUtf8, rawName }) => !isDeclaredUtf8 && rawName.some((byte) => byte > 0x7f),
      ', which may be unpacked under another name: the archive does not declare its names as UTF-8',
      'make the archive again with a tool that does, such as zip or 7z on Linux',
    ),
    // https://github.com/anomalyco/sst/issues/6660
    ...warn(
      ({ isZip64 }) => isZip64,
      ' in the Zip64 format, which Lambda is reported to refuse at times',
      'make the archive again with a tool that uses Zip64 only for files above 4 GB',
      ['aws'],
    ),
  ];
}
