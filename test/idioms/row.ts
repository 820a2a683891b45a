// The rows of the tables in the pages about apps.

/** A row of a table: what people write, and what comes of it. */
export interface Row {
  /** As people write it. */
  readonly code: string;
  /** The elements in which `verify` then finds differences. @default none, or an error at synth */
  readonly differs?: readonly string[];
  /** A part of the warning or error at synth. @default nothing is said */
  readonly says?: string;
  /** True for a warning about something in which `verify` finds no difference. @default an error */
  readonly isWarning?: true;
  /** What people should know about it. */
  readonly note?: string;
}

/** A row with a warning or an error: an error where nothing is synthesized that could differ. */
export function rowOf({ code, says, differs = [], isWarning, note }: Row): string {
  const result = says === undefined ? 'works' : differs.length > 0 || isWarning ? 'warning' : 'error';
  const what = [says === undefined ? undefined : `\`${says}\``, note].filter((one) => one !== undefined).join('; ');
  return `| \`${code}\` | ${result} | ${what} |`;
}

/**
 * The elements of differences. `functions.orders.memoryMiB`, `functions.orders!Role` → `functions.orders`; a resource of
 * the app → `app`; what everything has, such as `tags.team` → `all`
 */
export const elementsIn = (differences: readonly { readonly path: string }[]): readonly string[] =>
  [...new Set(differences.map(({ path }) => elementIn(path)))].sort();

function elementIn(path: string): string {
  if (/^(?:tags\.|permissionsBoundary$)/.test(path)) return 'all';
  const [, element] = /^(foundation|[a-z]+\.[a-z]+)(?=[.!]|$)/.exec(path) ?? [];
  return path.startsWith('!') || element === undefined ? 'app' : element;
}

/** A text with single spaces. */
export const bare = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The rows of the table in a page. */
export const rowsIn = (page: string): string[] =>
  page
    .split('\n')
    .filter((line) => /^\| `.*\| (?:works|warning|error) /.test(line))
    .map(bare);

/** The programs in a page, without imports. */
export const programsIn = (page: string): string[] =>
  [...page.matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, text]) => bare(text!.replace(/^import .*\n/gm, '')));
