import { targets, type Target } from '../model/target';
import { supportEntries, type SupportEntry } from '../support/entries';
import { parse, type Command } from './command';
import { coloursFor, print, printJson } from './terminal';
import { UsageError } from './usage';

export const support: Command = {
  summary: 'show which fields each target renders exactly, approximates or refuses',
  help: `triptych support [--json]

Shows for every field of the model and every target:
  = exact          rendered exactly
  ~ approximated   rendered differently, with the value and the reason
  x refused        an error, with the reason

  --json           print JSON`,
  run(args) {
    const { values, positionals } = parse(args, { json: { type: 'boolean' } });
    if (positionals.length > 0) throw new UsageError(`accepts no arguments, got ${positionals[0]}`);
    const entries = supportEntries();
    if (values.json) printJson(entries);
    else print(formatTable(entries));
    return 0;
  },
};

const signs = { exact: '=', approximated: '~', refused: 'x' } as const;

/**
 * The reasons in one row of the table, each once. Where targets differ, each reason names its targets:
 * `aws-cdk, aws-pulumi: a container must poll`.
 */
export function reasonsOf(cells: readonly SupportEntry[]): readonly string[] {
  const targetsOf = new Map<string, Target[]>();
  for (const { becomes, reason, target } of cells) {
    const why = [becomes, reason].filter((text) => text !== undefined).join(': ');
    if (why !== '') targetsOf.set(why, [...(targetsOf.get(why) ?? []), target]);
  }
  if (targetsOf.size < 2) return [...targetsOf.keys()];
  return [...targetsOf].map(([why, its]) => `${its.join(', ')}: ${why}`);
}

/** One row for each field and each set of its values, one column for each target; further reasons get lines of their own. */
function formatTable(entries: readonly SupportEntry[]): string {
  const colours = coloursFor(process.stdout);
  const rows = new Map<string, SupportEntry[]>();
  for (const entry of entries) {
    const row = `${entry.path}${entry.value === undefined ? '' : ` (${entry.value})`}`;
    rows.set(row, [...(rows.get(row) ?? []), entry]);
  }
  const width = Math.max(...[...rows.keys()].map((row) => row.length));
  const hue = { exact: colours.good, approximated: colours.fair, refused: colours.bad };
  const margin = ' '.repeat(width + 2 + targets.join('  ').length);
  const lines = [...rows].map(([row, cells]) => {
    const columns = targets.map((target) => {
      const cell = cells.find((entry) => entry.target === target);
      return ' '.repeat(target.length - 1) + (cell ? hue[cell.is](signs[cell.is]) : ' ');
    });
    const [first = '', ...others] = reasonsOf(cells);
    const line = `${row.padEnd(width)}  ${columns.join('  ')}${first && colours.dim(`  ${first}`)}`;
    return [line, ...others.map((reason) => colours.dim(`${margin}  ${reason}`))].join('\n');
  });
  return [colours.dim(`${'field'.padEnd(width)}  ${targets.join('  ')}`), ...lines].join('\n');
}
