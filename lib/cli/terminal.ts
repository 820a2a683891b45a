import { styleText } from 'node:util';
import type { Colours } from '../equivalence/format';
import { printableLines } from '../model/printable';

type Stream = NodeJS.WriteStream;

/** Colours on a terminal; none elsewhere, or if NO_COLOR is set. */
export function coloursFor(stream: Stream): Colours {
  const on = stream.isTTY && !process.env['NO_COLOR'];
  // The stream was judged here already: Node would look at standard output instead.
  const paint = (style: Parameters<typeof styleText>[0]) => (text: string) =>
    on ? styleText(style, text, { validateStream: false }) : text;
  return { good: paint('green'), fair: paint('yellow'), bad: paint('red'), dim: paint('dim') };
}

/** Shows the current step on a terminal, in one line that `done` erases. Prints nothing elsewhere. */
export class Progress {
  constructor(private readonly stream: Stream = process.stderr) {}

  say(what: string): void {
    if (this.stream.isTTY) this.stream.write(`\r\u001b[2K${what} …`);
  }

  done(): void {
    if (this.stream.isTTY) this.stream.write('\r\u001b[2K');
  }
}

/** Prints part of the answer on standard output. Texts from outside must be `printable` in it. */
export const print = (text: string): void => void process.stdout.write(text === '' ? '' : `${guarded(text)}\n`);
/** Prints an error or a warning on standard error. Texts from outside must be `printable` in it. */
export const printError = (text: string): void => void process.stderr.write(text === '' ? '' : `${guarded(text)}\n`);
/** Prints the answer as JSON on standard output. */
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** Our own colours and line breaks; every other character that controls a terminal is escaped, which JSON reads back. */
const guarded = (text: string): string =>
  text
    .split(/(\u001b\[\d+m)/)
    .map((part, index) => (index % 2 === 1 ? part : printableLines(part)))
    .join('');
