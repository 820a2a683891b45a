import { targets } from '../model/target';
import { supportEntries, type SupportEntry } from '../support/entries';
import { inParentheses, reasonsOf, rowsOf } from '../support/rows';
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
  (blank)          no special rule for the values in parentheses: see the row without them

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

/** One row for each field and each set of its values, one column for each target; further reasons get lines of their own. */
function formatTable(entries: readonly SupportEntry[]): string {
  const colours = coloursFor(process.stdout);
  const rows = rowsOf(entries).map((row) => ({ ...row, title: `${row.path}${inParentheses(row.value)}` }));
  const width = Math.max(...rows.map(({ title }) => title.length));
  const hue = { exact: colours.good, approximated: colours.fair, refused: colours.bad };
  const margin = ' '.repeat(width + 2 + targets.join('  ').length);
  const lines = rows.map(({ title, cells }) => {
    const columns = targets.map((target) => {
      const cell = cells.find((entry) => entry.target === target);
      return ' '.repeat(target.length - 1) + (cell ? hue[cell.is](signs[cell.is]) : ' ');
    });
    const [first = '', ...others] = reasonsOf(cells);
    const line = `${title.padEnd(width)}  ${columns.join('  ')}${first && colours.dim(`  ${first}`)}`;
    return [line, ...others.map((reason) => colours.dim(`${margin}  ${reason}`))].join('\n');
  });
  return [colours.dim(`${'field'.padEnd(width)}  ${targets.join('  ')}`), ...lines].join('\n');
}
