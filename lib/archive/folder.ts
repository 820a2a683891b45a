import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { firstIn } from '../disk/bounded-folder';
import { CodeError } from './error';
import { ignoredIn } from './ignore';
import { checkTarget, follow, isFolder, linkText, placesOf } from './link';

/** An entry of a folder, with its name in the archive. */
export type FolderEntry = FolderFile | FolderLink;

/** A file of a folder. */
export interface FolderFile {
  readonly kind: 'file';
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  /** The file with its content. */
  readonly source: string;
  readonly bytes: number;
  readonly executable: boolean;
  /** Changes whenever the file does. */
  readonly fingerprint: string;
}

/** A symbolic link to a file or a folder of the same archive. */
export interface FolderLink {
  readonly kind: 'link';
  readonly path: string;
  /** The target, relative to the link's own folder. */
  readonly text: string;
  /** The target, relative to the folder that is archived. */
  readonly target: string;
  readonly fingerprint: string;
}

/** A cloud's treatment of symbolic links in archives. */
export type Links = 'kept' | 'copied';

/** The entries of a zip archive, without an extension that the clouds' limits make unnecessary. */
const mostEntries = 0xffff;

/** Code with its tools and caches stays far below it; what has more is somebody's whole disk. */
const mostLookedAt = 250_000;

/**
 * The entries of `folder` that belong in its archive, in no particular order. Links inside the folder stay links, so
 * that code is found from where it really is: pnpm's modules require this. Where a cloud doesn't restore links, those to
 * files become copies.
 *
 * @throws CodeError for a link to a path outside of the folder, to a missing or excluded path, and where links are
 * copied, to a folder; for sockets, pipes and devices; for names that are not UTF-8; for more than 65,535 entries, and
 * for more than `mostLooked` with the folders and those that are excluded
 */
export function entriesIn(folder: string, shown: string, links: Links, mostLooked = mostLookedAt): FolderEntry[] {
  const ignored = ignoredIn(folder);
  const root = realpathSync(folder);
  const found: FolderEntry[] = [];

  const add = (entry: FolderEntry): void => {
    if (found.push(entry) > mostEntries) {
      throw new CodeError(
        `"${shown}" must be at most ${mostEntries} files`,
        'exclude what the code does not need in .triptychignore',
      );
    }
  };
  let left = mostLooked;
  const visit = (at: string, prefix: string): void => {
    const entries = firstIn(at, left + 1);
    left -= entries.length;
    if (left < 0) {
      throw new CodeError(
        `"${shown}" must be at most ${mostLooked} files and folders, with those that are excluded`,
        'exclude whole folders, which are not looked into, or move the code to a folder of its own',
      );
    }
    for (const entry of entries.sort(byName)) {
      const source = join(at, entry.name);
      const path = prefix + entry.name;
      // A rule such as `logs/` names folders only. A link may be one, and need not lead anywhere to be excluded.
      if (ignored(path) || (!entry.isFile() && ignored(`${path}/`))) continue;
      if (!isUtf8(at, entry.name)) {
        throw new CodeError(`"${path}" has a name that is not UTF-8`, 'rename it, or exclude it in .triptychignore');
      }

      if (entry.isDirectory()) visit(source, `${path}/`);
      else if (entry.isFile()) add(fileAt(path, source));
      else if (entry.isSymbolicLink()) {
        const target = follow(source, path, root, `"${shown}"`);
        if (links === 'copied') add(copyOf(path, target));
        else {
          const text = linkText(source, target);
          add({
            kind: 'link',
            path,
            text,
            target: relative(root, target).split(sep).join('/'),
            fingerprint: JSON.stringify([path, text]),
          });
        }
      } else throw neither(path);
    }
  };
  visit(root, '');
  const places = placesOf(found.flatMap(({ kind, path }) => (kind === 'file' ? [path] : [])));
  for (const entry of found) if (entry.kind === 'link') checkTarget(entry.path, entry.target, places);
  return found;
}

/** The same on every file system, so that the first of several problems is always the same one. */
const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);

/** Bytes that are not UTF-8 are read as U+FFFD, which a name may also contain; a path with it then leads nowhere. */
function isUtf8(folder: string, name: string): boolean {
  if (!name.includes('\uFFFD')) return true;
  const bytes = Buffer.from(name);
  return readdirSync(folder, { encoding: 'buffer' }).every((one) => one.toString() !== name || one.equals(bytes));
}

function fileAt(path: string, source: string): FolderFile {
  const stats = statSync(source);
  if (!stats.isFile()) throw neither(path);
  const { size } = stats;
  return {
    kind: 'file',
    path,
    source,
    bytes: size,
    executable: isExecutable(path, stats),
    fingerprint: fingerprint(path, stats),
  };
}

/** A file in place of a link to it. A copy of a folder would find other modules than the folder itself. */
function copyOf(path: string, target: string): FolderFile {
  if (!isFolder(target)) return fileAt(path, target);
  throw new CodeError(
    `"${path}" is a link to a folder, and builds of Cloud Functions restore no links`,
    'replace the link with a copy; exclude node_modules in .triptychignore, because the build installs dependencies',
  );
}

const neither = (path: string): CodeError =>
  new CodeError(`"${path}" is neither a file nor a folder`, 'remove it, or add it to .triptychignore');

/** Lambda executes `bootstrap`, and not every file system stores that permission. */
const isExecutable = (path: string, { mode }: Stats): boolean => basename(path) === 'bootstrap' || (mode & 0o111) !== 0;

const fingerprint = (path: string, { size, mtimeMs, ctimeMs, ino, mode }: Stats): string =>
  JSON.stringify([path, size, mtimeMs, ctimeMs, ino, mode]);
