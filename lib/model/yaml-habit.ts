import type { YAMLError } from 'yaml';
import type { Finding, Position } from './problem';

/** A text that other tools accept, or that looks like plain text, and that YAML reads as something else. */
interface Habit {
  /** Matches where a value or a key begins. */
  readonly block?: RegExp;
  /** The same in `{…}` and `[…]`, where the text ends with its element. */
  readonly flow: RegExp;
  readonly reads: string;
}

const habits: readonly Habit[] = [
  {
    block: /\*(?=[\s/,-]).*/y,
    flow: /\*(?=[\s/,-])(?:[^,}\]]|,(?!\s|\w+:))*/y,
    reads: '* begins an alias',
  },
  {
    flow: /(?=(?:[^,:{}[\]]|:(?=\S))+\{(?:\w+\+?|(?<=\$\{)[^{}]*)\})(?:[^,:{}[\]]|:(?=\S)|(?<=\$)\{[^{}]*\}|\{\w+\+?\})+/y,
    reads: '{ begins a map',
  },
  { block: /[@`%]\S*/y, flow: /[@`%][^\s,}\]]*/y, reads: 'it begins with a reserved character' },
];

/** Such texts of a YAML document. */
export interface Habits {
  /** The first of each line. */
  readonly findings: readonly Finding[];
  /** The document with all of them in quotes. */
  readonly mended: string;
}

/**
 * Finds syntax errors that come from a text without quotes: `schedule: * * * * *`, or `{id}` and `${…}` in a map of one
 * line. The parser would report several for each, none of which says what to do.
 */
export function habitsIn(text: string, errors: readonly YAMLError[], positionAt: (offset: number) => Position): Habits {
  const lines = text.split('\n');
  const findings: Finding[] = [];
  for (const line of new Set(errors.map(({ pos }) => positionAt(pos[0]).line))) {
    const content = lines[line - 1] ?? '';
    if (content.length > longestLine) continue;
    const found = habitsOf(content, isOpen(lines[line - 2] ?? ''));
    const [first] = found;
    if (!first) continue;
    lines[line - 1] = quoted(content, found);
    findings.push({
      path: [],
      position: { line, column: first.index + 1 },
      message: `not valid YAML: ${first.written} is not in quotes, and ${first.reads}`,
      hint: `write ${JSON.stringify(first.written)}`,
    });
  }
  return { findings, mended: lines.join('\n') };
}

/** The longest line that is looked at, in characters: people don't write longer ones, and patterns take long for them. */
const longestLine = 1_000;

/** True of a line after which a map or a list of `{…}` or `[…]` goes on. */
const isOpen = (line: string): boolean => line.length <= longestLine && /[[{,]\s*$/.test(withoutQuoted(line));

interface Found {
  readonly index: number;
  readonly written: string;
  readonly reads: string;
}

/** Finds habits where a value or a key begins. A text that goes on, such as `0 6 * * 1-5`, isn't one. */
function habitsOf(content: string, continues: boolean): Found[] {
  const plain = withoutQuoted(content);
  const found: Found[] = [];
  let end = 0;
  let isFlow = continues;
  for (const begin of plain.matchAll(/^\s*(?:-\s+)*|:\s+|[[{]\s*|,\s+/g)) {
    const index = begin.index + begin[0].length;
    if (index < end || (!isFlow && /^[[{,]/.test(begin[0]))) continue;
    const habit = habitAt(plain, index, isFlow);
    if (habit) found.push(habit);
    end = habit ? index + habit.written.length : index;
    isFlow ||= /[[{]/.test(plain.charAt(index));
  }
  return found;
}

function habitAt(plain: string, index: number, isFlow: boolean): Found | undefined {
  for (const { block, flow, reads } of habits) {
    const pattern = isFlow ? flow : block;
    if (!pattern) continue;
    pattern.lastIndex = index;
    const written = pattern.exec(plain)?.[0].trim();
    if (written) return { index, written, reads };
  }
  return undefined;
}

const quoted = (content: string, found: readonly Found[]): string =>
  found.reduceRight(
    (line, { index, written }) => line.slice(0, index) + JSON.stringify(written) + line.slice(index + written.length),
    content,
  );

/** A line in which quoted texts and a comment are blank. */
const withoutQuoted = (content: string): string =>
  content.replace(/(?<![^\s,:[{])(?:"(?:[^"\\]|\\.)*"|'[^']*')|\s#.*$/g, (text) => ' '.repeat(text.length));
