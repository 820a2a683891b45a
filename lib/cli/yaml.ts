import { Document, isMap, isScalar, isSeq, Scalar, visit } from 'yaml';
import { isHidden, printableLines } from '../model/printable';

/** Comments of scalars and of empty collections, by the path of each. */
export type Comments = (path: Path) => string | undefined;

type Path = readonly (string | number)[];

/** The column beyond which comments aren't moved: it is that of the longest shorter line. */
const widest = 56;

/** Marks the beginning of a comment: no printable text has it. */
const mark = '\u0001';

/**
 * YAML in which every text that could control a terminal stands in quotes, with escapes that YAML reads back. Comments
 * stand beside the values, in one column.
 */
export function yamlOf(value: unknown, comments: Comments = () => undefined): string {
  const document = new Document(JSON.parse(JSON.stringify(value)));
  comment(document, [], comments);
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && isHidden(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  return aligned(printableYaml(withoutMarks(document.toString({ lineWidth: 0 }).trimEnd())));
}

/** An empty collection can't have a comment beside it, so a text stands for it until all is printed. */
const withoutMarks = (text: string): string => text.replaceAll('"\\x01{}"', '{}').replaceAll('"\\x01[]"', '[]');

/** `\\U` holds a character beyond the first 65,536: YAML has no halves of characters. */
const printableYaml = (text: string): string =>
  text
    .split(mark)
    .map((part) =>
      printableLines(part, (character) => {
        const hex = character.codePointAt(0)!.toString(16);
        return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
      }),
    )
    .join(mark);

/** Puts comments beside all scalars and empty collections below a path. */
function comment(document: Document, path: Path, comments: Comments): void {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(node) && node.items.length > 0) {
    for (const { key } of node.items) comment(document, [...path, String((key as Scalar).value)], comments);
  } else if (isSeq(node) && node.items.length > 0) {
    for (const index of node.items.keys()) comment(document, [...path, index], comments);
  } else {
    const text = comments(path);
    if (text === undefined || path.length === 0) return;
    const shown = isScalar(node) ? node : new Scalar(isMap(node) ? `${mark}{}` : `${mark}[]`);
    shown.comment = `${mark} ${text}`;
    document.setIn(path, shown);
  }
}

/** Moves comments into one column. */
function aligned(text: string): string {
  const lines = text.split('\n').map((line) => line.split(` #${mark} `));
  const width = Math.max(
    ...lines.filter((line) => line.length > 1).map(([before]) => Math.min(before!.length, widest)),
  );
  return lines
    .map(([before = '', ...after]) => (after.length === 0 ? before : `${before.padEnd(width)}  # ${after.join('')}`))
    .join('\n');
}
