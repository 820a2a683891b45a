import { readdirSync, realpathSync, statSync, type Stats } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { ignoredIn } from './ignore';

/** Code that can't be archived. */
export class CodeError extends Error {
  override readonly name = 'CodeError';

  constructor(
    message: string,
    /** The remedy. @default the message is enough */
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** A file of a folder, with its name in the archive. */
export interface FolderFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  /** The file with its content. */
  readonly source: string;
  readonly executable: boolean;
  /** Changes whenever the file does. */
  readonly fingerprint: string;
}

/** True if `path` is `folder` or inside it. Both are real paths. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`));
}

/**
 * The files of `folder` that belong in its archive, in no particular order. Symbolic links are followed.
 *
 * @param within the folder that no link may lead out of
 * @throws CodeError for a link to a path outside of `within`, to a missing path or to itself, and for sockets, pipes and devices
 */
export function filesIn(folder: string, within: string): FolderFile[] {
  const ignored = ignoredIn(folder);
  const boundary = realpathSync(within);
  const found: FolderFile[] = [];

  const visit = (at: string, prefix: string, parents: readonly string[]): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const source = join(at, entry.name);
      const path = prefix + entry.name;
      // A rule such as `logs/` names folders only. A link may be one, and need not lead anywhere to be excluded.
      if (ignored(path) || (!entry.isFile() && ignored(`${path}/`))) continue;

      const real = entry.isSymbolicLink() ? follow(source, path, boundary) : source;
      const stats = statSync(real);
      if (stats.isDirectory()) {
        if (parents.includes(real)) throw new CodeError(`"${path}" is a link to a folder that contains it`);
        visit(real, `${path}/`, [...parents, real]);
      } else if (stats.isFile()) {
        found.push({
          path,
          source: real,
          executable: isExecutable(path, stats),
          fingerprint: fingerprint(path, stats),
        });
      } else {
        throw new CodeError(`"${path}" is neither a file nor a folder`, 'remove it, or add it to .triptychignore');
      }
    }
  };
  const root = realpathSync(folder);
  visit(root, '', [root]);
  return found;
}

/**
 * Follows a symbolic link to its final target.
 *
 * @throws CodeError if the target doesn't exist, or is outside of `boundary`
 */
export function follow(link: string, shown: string, boundary: string): string {
  let real: string;
  try {
    real = realpathSync(link);
  } catch (error) {
    const circle = (error as NodeJS.ErrnoException).code === 'ELOOP';
    throw new CodeError(`"${shown}" is a link ${circle ? 'to itself' : 'to a path that does not exist'}`);
  }
  if (!isInside(real, boundary)) {
    throw new CodeError(
      `"${shown}" is a link to a path outside of the architecture's folder`,
      "archives contain only files inside the architecture's folder; copy the file there",
    );
  }
  return real;
}

/** Lambda executes `bootstrap`, and not every file system stores that permission. */
const isExecutable = (path: string, { mode }: Stats): boolean => basename(path) === 'bootstrap' || (mode & 0o111) !== 0;

const fingerprint = (path: string, { size, mtimeMs, ctimeMs, ino, mode }: Stats): string =>
  JSON.stringify([path, size, mtimeMs, ctimeMs, ino, mode]);
