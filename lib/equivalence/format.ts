import type { Difference } from './difference';
import type { Cell, Matrix } from './matrix';
import type { Report } from './report';

/** Puts colours into text, or doesn't. */
export interface Colours {
  readonly good: (text: string) => string;
  readonly fair: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** What a cell reads like. */
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

/** How many differences fit a screen. */
const most = 40;

/** Differences, a line each, grouped by target; at most a screenful. */
export function formatDifferences({ differences, targets }: Report, colours: Colours): string {
  const shown = differences.slice(0, most);
  const groups = targets.flatMap((target) =>
    shown.filter((difference) => difference.target === target).map((one) => formatDifference(one, colours)),
  );
  const rest = differences.length - shown.length;
  return [...groups, ...(rest > 0 ? [colours.dim(`… and ${rest} more (--json shows all)`)] : [])].join('\n');
}

function formatDifference({ target, path, expected, actual, resource }: Difference, colours: Colours): string {
  const got = actual === undefined ? 'nothing' : shorten(actual);
  const said = expected === undefined ? `unexpected ${got}` : `expected ${shorten(expected)}, got ${got}`;
  return `${colours.bad(target)}  ${path}: ${said}${resource && !path.includes(resource) ? colours.dim(`  (${resource})`) : ''}`;
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

/** What was made different on purpose, a line for each difference. */
export function formatAccepted({ accepted }: Report, colours: Colours): string {
  return accepted
    .map(({ target, path, reason }) => `${colours.fair('a')} ${target}  ${path}: accepted, ${reason}`)
    .join('\n');
}

/** What is rendered otherwise than the model says, a line for each field with the targets for which it holds. */
export function formatApproximations({ approximations }: Report, colours: Colours): string {
  const targets = new Map<string, string[]>();
  for (const { path, reason, target } of approximations) {
    const line = `${path}: ${reason}`;
    targets.set(line, [...(targets.get(line) ?? []), target]);
  }
  return [...targets]
    .map(([line, where]) => `${colours.fair('~')} ${line} ${colours.dim(`(${where.join(', ')})`)}`)
    .join('\n');
}
