import type { ResolvedArchitecture } from './architecture';
import type { WrittenNames } from './existence';
import { kinds } from './kind';
import { formatPath, type Finding } from './problem';
import type { Reading } from './reading';
import { valueAt } from './source';

/**
 * The findings of a check that hold in every variant, so whatever the open places contain. Example: `http: publik` on a
 * function. With the field left out, `${functions.a.url}` has no URL; with `http: public` it has one: so there is
 * nothing to report.
 */
export function certain(
  variants: readonly ResolvedArchitecture[],
  check: (architecture: ResolvedArchitecture) => readonly Finding[],
  reading: Reading,
): readonly Finding[] {
  const [first = [], ...others] = variants.map(check);
  const known = others.map((findings) => new Set(findings.map(textOf)));
  return first.filter((finding) => !isInDoubt(finding, reading) && known.every((texts) => texts.has(textOf(finding))));
}

/** A value may be in doubt although its key is not: `${tables.nope.name}` in a variable with a reserved name. */
function isInDoubt({ path, at, restsOn }: Finding, reading: Reading): boolean {
  if (restsOn) return restsOn.some((field) => reading.dependsOnOpen(field));
  const isAboutKey = at === 'key' && path.length > 2;
  return isAboutKey ? reading.isOpen(path.slice(0, -1)) : reading.dependsOnOpen(path);
}

const textOf = ({ path, message }: Finding): string => `${formatPath(path)}: ${message}`;

/** The names of a tree's elements, also of those that are wrong; none of a kind that is wrong as a whole. */
export const writtenNames = (tree: unknown, reading: Reading): WrittenNames =>
  Object.fromEntries(
    kinds.filter((kind) => !reading.isOpen([kind])).map((kind) => [kind, Object.keys(valueAt(tree, [kind]) ?? {})]),
  );
