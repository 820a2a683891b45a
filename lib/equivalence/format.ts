import { kinds } from '../model/kind';
import { printable } from '../model/printable';
import { groupApproximations } from './approximations';
import type { Difference } from './difference';
import type { Cell, Matrix } from './outcome';
import type { Report } from './report';

/** Adds colours to text on a terminal, and returns it unchanged elsewhere. */
export interface Colours {
  readonly good: (text: string) => string;
  readonly fair: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** The text of a cell. */
const words: Readonly<Record<Cell, string>> = {
  equal: '= equal',
  approximated: '~ approx',
  different: '! differs',
  absent: '-',
};
const hues: Readonly<Record<Cell, keyof Colours>> = {
  equal: 'good',
  approximated: 'fair',
  different: 'bad',
  absent: 'dim',
};

/** The matrix as a table. */
export function formatMatrix({ targets, rows }: Matrix, colours: Colours): string {
  const width = Math.max(...rows.map(({ element }) => element.length), 7);
  const columns = targets.map((target) => Math.max(target.length, 9));
  const head = ['element'.padEnd(width), ...targets.map((target, index) => target.padEnd(columns[index]!))].join('  ');
  const body = rows.map(({ element, cells }) =>
    [
      element.padEnd(width),
      ...cells.map((cell, index) => colours[hues[cell]](words[cell].padEnd(columns[index]!))),
    ].join('  '),
  );
  return [colours.dim(head.trimEnd()), ...body.map((line) => line.trimEnd())].join('\n');
}

/** The number of differences that fit on a screen. */
const most = 40;

/** The number of differences of one element that are listed where all of them don't fit on a screen. */
const mostOfElement = 3;

/**
 * Differences, one per line, by target and element: all of them if `verbose`, otherwise at most a screenful, with the
 * first ones of each element.
 */
export function formatDifferences({ differences, targets }: Report, colours: Colours, verbose = false): string {
  const sorted = targets.flatMap((target) => differences.filter((difference) => difference.target === target));
  const line = (difference: Difference) => formatDifference(difference, colours);
  if (verbose || sorted.length <= most) return sorted.map(line).join('\n');
  const groups = new Map<string, Difference[]>();
  for (const difference of sorted) {
    const key = `${colours.bad(difference.target)}  ${elementOf(difference.path)}`;
    groups.set(key, [...(groups.get(key) ?? []), difference]);
  }
  const lines = [...groups].flatMap(([place, all]) => {
    const rest = all.length - mostOfElement;
    // A line that says "1 more" is no shorter than that one.
    if (rest <= 1) return all.map((one) => ({ text: line(one), count: 1 }));
    const first = all.slice(0, mostOfElement).map((one) => ({ text: line(one), count: 1 }));
    return [...first, { text: `${place}: ${colours.dim(`${rest} more`)}`, count: rest }];
  });
  const left = lines.slice(most).reduce((sum, { count }) => sum + count, 0);
  const end = left > 0 ? `… and ${left} more (--verbose lists all)` : '--verbose lists all differences';
  return [...lines.slice(0, most).map(({ text }) => text), colours.dim(end)].join('\n');
}

/** The element in a path, `functions.orders`; outside of every element, the first word. */
function elementOf(path: string): string {
  const [place = ''] = path.split('!');
  if (place === '') return 'elsewhere';
  const [kind = '', name = ''] = place.split('.');
  return kinds.some((one) => one === kind) ? `${kind}.${name}` : kind;
}

function formatDifference({ target, path, expected, actual, resource, note }: Difference, colours: Colours): string {
  const got = actual === undefined ? 'nothing' : shorten(actual);
  const said = expected === undefined ? `unexpected ${got}` : `expected ${shorten(expected)}, got ${got}`;
  const where = resource && !path.includes(resource) ? colours.dim(`  (${resource})`) : '';
  return `${colours.bad(target)}  ${path}: ${said}${noteOf(note, colours)}${where}`;
}

const noteOf = (note: string | undefined, colours: Colours): string =>
  note === undefined ? '' : `; ${colours.bad(`it ${note}`)}`;

function shorten(value: unknown): string {
  const text = printable(JSON.stringify(value) ?? String(value));
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** Declared differences, one per line. */
export function formatAccepted({ accepted }: Report, colours: Colours): string {
  return accepted
    .map(
      ({ target, path, reason, note }) =>
        `${colours.fair(target)}  ${path}: declared as a divergence (${reason})${noteOf(note, colours)}`,
    )
    .join('\n');
}

/** The user's own files beside the artifacts, which aren't judged. */
export function formatUnjudged({ unjudged }: Report, colours: Colours): string {
  return unjudged.length === 0 ? '' : colours.dim(`Not judged, files of your own: ${unjudged.join(', ')}`);
}

/** Warnings about an app's own resources, which may grant access to the architecture's: one for each target. */
export function formatNotJudged({ notJudged }: Report): string[] {
  return [...new Set(notJudged.map(({ target }) => target))].map((target) => {
    const stacks = notJudged.filter((one) => one.target === target);
    const sum = stacks.reduce((total, { resources }) => total + resources, 0);
    const each = stacks.map(({ stack, resources }) => `${stack}: ${resources}`).join(', ');
    return (
      `warning: ${target}: ${sum} ${sum === 1 ? 'resource' : 'resources'} outside the architecture not compared, by stack ` +
      `(${each}); a permission that doesn't refer to the architecture isn't found, nor one in another app`
    );
  });
}

/** A group of more elements than this is counted, unless every element is asked for. */
const mostNamed = 2;

/**
 * Approximations grouped by target and reason, one line per group. Elements are counted where there are several, and
 * named below the line if `verbose`.
 */
export function formatApproximations({ approximations }: Report, colours: Colours, verbose = false): string {
  const shared = groupApproximations(approximations);
  const blocks = shared.map(({ targets, groups }) => {
    const lines = groups.flatMap(({ fields, elements, becomes, reason }) => {
      const where =
        elements.length > mostNamed ? [countByKind(elements)] : elements.length > 0 ? [elements.join(', ')] : [];
      const what = becomes === undefined ? reason : `rendered as ${becomes} ${colours.dim(`(${reason})`)}`;
      const line = `  ${colours.fair('~')} ${[fields.join(', '), ...where, what].join(': ')}`;
      return verbose && elements.length > mostNamed ? [line, colours.dim(`      ${elements.join(', ')}`)] : [line];
    });
    return [`Approximated on ${targets.join(', ')}:`, ...lines].join('\n');
  });
  const isCounted = shared.some(({ groups }) => groups.some(({ elements }) => elements.length > mostNamed));
  return [...blocks, ...(isCounted && !verbose ? [colours.dim('--verbose names every element')] : [])].join('\n\n');
}

/** `functions.a`, `functions.b`, `apis.c` → `2 functions, 1 api` */
function countByKind(elements: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const element of elements) {
    const kind = element.split('.')[0]!;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} ${count === 1 ? kind.slice(0, -1) : kind}`).join(', ');
}

/** One line with the result: the targets that are equivalent, or the number of differences and where they are. */
export function formatVerdict(name: string, compared: Report, colours: Colours): string {
  const { equivalent, targets, differences, approximations } = compared;
  if (!equivalent) {
    const where = targets.filter((target) => differences.some((difference) => difference.target === target));
    return colours.bad(`${name}: ${formatCount(differences.length, 'difference')} on ${where.join(', ')}`);
  }
  const fields = new Set(approximations.map(({ path }) => path)).size;
  const rest = fields === 0 ? '' : `; ${formatCount(fields, 'field')} approximated`;
  return colours.good(`${name}: equivalent on ${targets.join(', ')}${rest}`);
}

const formatCount = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
