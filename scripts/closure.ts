import { existsSync, readFileSync } from 'node:fs';
import * as path from 'node:path';

/** A file that a declaration file imports, or a package. */
const importPattern = /(?:\bfrom|\bimport|\bimport\(|<reference types=)\s*["']([^"']+)["']/g;

/** The declaration files of the package's entries, by the name of the entry. */
export function entries(root: string): ReadonlyMap<string, string> {
  const { exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    exports: Readonly<Record<string, string | { readonly types: string }>>;
  };
  return new Map(
    Object.entries(exports).flatMap(([name, entry]) =>
      typeof entry === 'string' ? [] : [[name, path.join(root, entry.types)] as const],
    ),
  );
}

/** What an entry's declarations reach: files of the package, and the packages and modules of others. */
export interface Closure {
  readonly files: ReadonlySet<string>;
  readonly modules: ReadonlySet<string>;
}

/** Follows the imports of declaration files. */
export function closureOf(starts: Iterable<string>): Closure {
  const [files, modules] = [new Set(starts), new Set<string>()];
  for (const file of files) {
    for (const [, to] of readFileSync(file, 'utf8').matchAll(importPattern)) {
      if (!to!.startsWith('.')) modules.add(to!);
      else {
        const base = path.resolve(path.dirname(file), to!);
        files.add(existsSync(`${base}.d.ts`) ? `${base}.d.ts` : path.join(base, 'index.d.ts'));
      }
    }
  }
  return { files, modules };
}
