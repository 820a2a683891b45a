import { architectureSpec, type ResolvedArchitecture } from './architecture';
import { fieldMeant } from './habit';
import { describeIssue, findingsOf } from './issue';
import { formatPath, type Finding, type Path } from './problem';
import type { Reading } from './reading';
import { fieldsAt, schemasAt } from './schema';
import { valueAt } from './source';
import { leftOut, placeBeside, standInsFor } from './stand-in';

/** The number of ways to fill the open places that are tried. Enough for each runtime; other choices are sampled. */
const mostVariants = 12;

/**
 * Reads a tree without parameters as an architecture, tells what is wrong with it, and goes on with the rest.
 *
 * Returns the architecture with its open places filled in up to 12 ways, so that checks can compare their findings: one
 * architecture where nothing is open, and none where the tree isn't a map. Example: `timeoutSeconds: 0`
 * opens `functions.a.timeoutSeconds`, and gives three architectures, in which the field is left out, 1 and 3600. A field
 * that is required gets a stand-in in all of them; an unknown field, a name that isn't valid, and an element that
 * isn't a map are taken out.
 *
 * The tree is changed on the way: it belongs to this function.
 */
export function parse(
  tree: unknown,
  reading: Reading,
  explain: (finding: Finding) => Finding,
): readonly ResolvedArchitecture[] {
  const mended: Mended = new Map();
  for (let round = 0; ; round++) {
    const parsed = architectureSpec.safeParse(tree, { error: describeIssue });
    if (parsed.success) return [parsed.data, ...otherVariants(tree, reading, mended)];
    const findings = parsed.error.issues.flatMap((issue) => findingsOf(issue, architectureSpec, tree));
    // What is found in a second round was hidden by the first, or follows from a stand-in.
    const news = findings.filter(({ path }) => !reading.dependsOnOpen(path));
    reading.add(news.map(explain));
    for (const { path } of news) openIntendedField(tree, path, reading);
    if (!findings.every(({ path }) => mend(tree, path, mended, round))) return [];
  }
}

/** A misspelled field stands for the one that was meant, which nobody knows therefore: `memoryMib: 512`. */
function openIntendedField(tree: unknown, path: Path, reading: Reading): void {
  const above = path.slice(0, -1);
  if (schemasAt(architectureSpec, path).length > 0) return;
  const meant = fieldMeant(String(path.at(-1)), fieldsAt(architectureSpec, above));
  if (meant !== undefined && valueAt(tree, [...above, meant]) === undefined) reading.openPlace([...above, meant]);
}

/** Places with stand-ins, and the round in which each got its own. */
type Mended = Map<string, { readonly path: Path; readonly round: number }>;

/** Replaces what is wrong with a stand-in; where an earlier one did not do, what is above it. False at the top. */
function mend(tree: unknown, path: Path, mended: Mended, round: number): boolean {
  for (let length = path.length; length > 0; length--) {
    const place = path.slice(0, length);
    const before = mended.get(formatPath(place));
    if (before?.round === round) return true;
    if (before || !isPut(tree, place, standInsFor(place)[0])) continue;
    mended.set(formatPath(place), { path: place, round });
    return true;
  }
  return false;
}

/** Puts a value at a place, if one can be put there; nothing can be left out of a list. */
function isPut(tree: unknown, path: Path, value: unknown): boolean {
  const above = valueAt(tree, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof above !== 'object' || above === null || key === undefined) return false;
  if (value !== undefined && value !== leftOut) (above as Record<string, unknown>)[key] = value;
  else if (Array.isArray(above)) return false;
  else delete (above as Record<string, unknown>)[key];
  return true;
}

function otherVariants(tree: unknown, reading: Reading, mended: Mended): ResolvedArchitecture[] {
  const choices = [...reading.open, ...[...mended.values()].map(({ path }) => path)].flatMap((path) => {
    const place = isChoice(tree, path) ? path : placeBeside(path);
    if (!place) return [];
    const current = valueAt(tree, place) ?? leftOut;
    const others = standInsFor(place).filter((value) => value !== current);
    return others.length > 0 ? [{ path: place, values: [current, ...others] }] : [];
  });
  const count = Math.min(mostVariants, Math.max(0, ...choices.map(({ values }) => values.length)));
  return Array.from({ length: Math.max(0, count - 1) }).flatMap((_, index) => {
    for (const { path, values } of choices) isPut(tree, path, values[(index + 1) % values.length]);
    const parsed = architectureSpec.safeParse(tree);
    return parsed.success ? [parsed.data] : [];
  });
}

/** True of a written value, and of a field that isn't written; a map's entry that isn't written can't be varied. */
const isChoice = (tree: unknown, path: Path): boolean =>
  valueAt(tree, path) !== undefined ||
  schemasAt(architectureSpec, path.slice(0, -1)).some(({ _zod: { def } }) => def.type === 'object');
