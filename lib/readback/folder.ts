import { lstatSync, statSync, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import type { Scope } from './artefact';
import { hashFile, namesIn } from './document';
import type { Unrecognized } from './resource';

/** Tests that something is the user's own; text says why something that looks like it isn't. */
export type Keeps = (path: string) => boolean | string;

/** Files and folders of the user's own, which are listed and not judged. */
interface Kept {
  readonly isKept: Keeps;
  readonly why: string;
}

/** A file, link or folder that no reader has claimed. */
interface Other {
  readonly path: string;
  readonly value: string;
  readonly isKept: boolean;
}

/** Files that a desktop leaves in every folder. No engine reads them. */
const droppings = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/**
 * The files of an artifact. A reader claims each file that it understands. Every other file is unrecognized, because an
 * engine may load it: so a reader can't overlook a file.
 *
 * In an artifact with only an architecture, no link is followed, and no path leads out of the folder. An app's own
 * output may have files and links of the app, so there every path is followed, and no file is unrecognized.
 */
export class Folder {
  private readonly claimed = new Set<string>();
  private readonly kept: Kept[] = [
    { isKept: (path) => droppings.includes(basename(path)), why: 'a desktop leaves it' },
  ];
  private readonly hashes = new Map<string, string>();
  /** Result of `others`, until another file is claimed or kept. */
  private listed?: readonly Other[];

  constructor(
    /** The folder itself. */
    readonly place: string,
    private readonly scope: Scope = 'whole',
  ) {}

  /**
   * Finds a file by its path in the folder, and claims it. The path is given in pieces, none of which may lead up.
   * @returns its place; undefined if it isn't a file in the folder
   */
  claim(...pieces: readonly string[]): string | undefined {
    const path = pieces.join('/');
    if (!this.isFile(path)) return undefined;
    this.claimed.add(path);
    delete this.listed;
    return join(this.place, path);
  }

  /**
   * Finds a folder in the folder, and claims everything in it, which is read elsewhere.
   * @returns its place; undefined if it isn't a folder
   */
  claimFolder(name: string): string | undefined {
    const place = join(this.place, name);
    if (!statsOf(place)?.isDirectory()) return undefined;
    this.claimed.add(name);
    delete this.listed;
    return place;
  }

  /** SHA-256 of a file, which is thereby claimed; undefined if there is none. */
  sha256(...pieces: readonly string[]): string | undefined {
    const file = this.claim(...pieces);
    if (file === undefined) return undefined;
    const known = this.hashes.get(file) ?? hashFile(file);
    if (known !== undefined) this.hashes.set(file, known);
    return known;
  }

  /** Lets a user keep files and folders here, which are listed as unjudged. Links are never kept. */
  keep(isKept: Keeps, why: string): void {
    if (!why) throw new Error('no reason to keep files');
    this.kept.push({ isKept, why });
    delete this.listed;
  }

  /** Everything that no reader has claimed and that the user doesn't keep; call it after all readers. */
  unrecognized(): Unrecognized[] {
    return this.others()
      .filter(({ isKept }) => !isKept)
      .map(({ path, value }) => ({ resource: path, path: [], value }));
  }

  /** The paths of files and folders that the user keeps, which aren't judged. */
  unjudged(): string[] {
    return this.others()
      .filter(({ isKept }) => isKept)
      .map(({ path }) => path);
  }

  /** A folder without any claimed file is listed as one. */
  private others(): readonly Other[] {
    return (this.listed ??= this.list());
  }

  private list(): Other[] {
    if (this.scope === 'app') return [];
    const holding = new Set([...this.claimed].flatMap(foldersAbove));
    const walk = (folder: string): Other[] =>
      namesIn(join(this.place, folder)).flatMap((name) => {
        const path = folder === '' ? name : `${folder}/${name}`;
        const stats = statsOf(join(this.place, path));
        if (stats?.isDirectory() && holding.has(path)) return walk(path);
        if (this.claimed.has(path) && !stats?.isSymbolicLink()) return [];
        const answers = stats?.isSymbolicLink() ? [] : this.kept.map((one) => one.isKept(path));
        const whyNot = answers.find((answer) => typeof answer === 'string');
        return [{ path, value: whyNot ?? wordFor(stats), isKept: answers.includes(true) }];
      });
    return walk('');
  }

  private isFile(path: string): boolean {
    if (this.scope === 'app') return followed(join(this.place, path))?.isFile() ?? false;
    const pieces = path.split('/');
    if (pieces.some((piece) => ['', '.', '..'].includes(piece) || piece.includes('\0'))) return false;
    const above = foldersAbove(path);
    return (
      above.every((folder) => statsOf(join(this.place, folder))?.isDirectory()) &&
      (statsOf(join(this.place, path))?.isFile() ?? false)
    );
  }
}

/** `a/b/c` → `a`, `a/b` */
function foldersAbove(path: string): string[] {
  const pieces = path.split('/').slice(0, -1);
  return pieces.map((_, index) => pieces.slice(0, index + 1).join('/'));
}

/** The entry at a place itself, which may be a link; undefined: nothing. */
const statsOf = (place: string): Stats | undefined => attempt(() => lstatSync(place));

/** The entry at the end of all links. */
const followed = (place: string): Stats | undefined => attempt(() => statSync(place));

function attempt(look: () => Stats): Stats | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

function wordFor(stats: Stats | undefined): string {
  if (stats?.isFile()) return 'a file';
  if (stats?.isDirectory()) return 'a folder';
  return stats?.isSymbolicLink() ? 'a link' : 'neither a file nor a folder';
}
