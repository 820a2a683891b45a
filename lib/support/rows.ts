import type { Target } from '../model/target';
import type { SupportEntry } from './entries';

/** A row of the table of support: a field, or some of its values, on every target that has an entry for it. */
export interface SupportRow {
  readonly path: string;
  /** The values to which the row applies; absent: those that no other row names. */
  readonly value?: string;
  readonly cells: readonly SupportEntry[];
}

/** Groups entries into rows, in their order. */
export function rowsOf(entries: readonly SupportEntry[]): SupportRow[] {
  const rows = new Map<string, SupportEntry[]>();
  for (const entry of entries) {
    const row = `${entry.path}${inParentheses(entry.value)}`;
    rows.set(row, [...(rows.get(row) ?? []), entry]);
  }
  return [...rows.values()].map((cells) => {
    const { path, value } = cells[0]!;
    return { path, ...(value !== undefined && { value }), cells };
  });
}

/** The values of a row, as they follow its field: ` (above 30, behind an API)`; empty without values. */
export const inParentheses = (value: string | undefined): string => (value === undefined ? '' : ` (${value})`);

/**
 * The reasons in one row, each once, after the result of an approximation: `batchSize 1 (Pub/Sub pushes one message at a
 * time)`. Where targets differ, each reason names its targets: `aws-cdk, aws-pulumi: a container must poll`.
 */
export function reasonsOf(cells: readonly SupportEntry[]): readonly string[] {
  const targetsOf = new Map<string, Target[]>();
  for (const { becomes, reason, target } of cells) {
    if (reason === undefined) continue;
    const why = becomes === undefined ? reason : `${becomes} (${reason})`;
    targetsOf.set(why, [...(targetsOf.get(why) ?? []), target]);
  }
  if (targetsOf.size < 2) return [...targetsOf.keys()];
  return [...targetsOf].map(([why, its]) => `${its.join(', ')}: ${why}`);
}
