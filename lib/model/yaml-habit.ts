import type { YAMLError } from 'yaml';
import type { Finding, Position } from './problem';

/** Texts that other tools accept, or that look like plain text, and that YAML reads as something else. */
const habits: readonly { readonly text: RegExp; readonly reads: string }[] = [
  { text: /\*(?=[\s/,-])[^}\]#]*/, reads: '* begins an alias' },
  { text: /\$\{[^}]*\}|(?:[A-Z]+ )?[^\s,[{]*\{\w+\+?\}[^\s,:]*/, reads: '{ begins a map' },
  { text: /(?<=[:[{,-]\s+)[@`%][^\s,}\]]*/, reads: 'it begins with a reserved character' },
];

/**
 * Syntax errors that come from a text without quotes, one for each line: `schedule: * * * * *`, or `{id}` and `${…}`
 * in a map of one line. The parser would report several for each, none of which says what to do.
 */
export function habitsIn(
  text: string,
  errors: readonly YAMLError[],
  positionAt: (offset: number) => Position,
): Finding[] {
  const lines = text.split('\n');
  const wrong = new Set(errors.map(({ pos }) => positionAt(pos[0]).line));
  return [...wrong].flatMap((line) => {
    const content = lines[line - 1] ?? '';
    return content.length > longestLine ? [] : (habitIn(content, line) ?? []);
  });
}

/** The longest line that is looked at, in characters: people don't write longer ones, and patterns take long for them. */
const longestLine = 1_000;

function habitIn(content: string, line: number): Finding | undefined {
  for (const { text, reads } of habits) {
    const match = text.exec(withoutQuoted(content));
    if (!match) continue;
    const written = match[0].trim();
    return {
      path: [],
      position: { line, column: match.index + 1 },
      message: `not valid YAML: ${written} is not in quotes, and ${reads}`,
      hint: `write ${JSON.stringify(written)}`,
    };
  }
  return undefined;
}

/** A line in which quoted texts and a comment are blank. */
const withoutQuoted = (content: string): string =>
  content.replace(/"(?:[^"\\]|\\.)*"|'[^']*'|\s#.*$/g, (quoted) => ' '.repeat(quoted.length));
