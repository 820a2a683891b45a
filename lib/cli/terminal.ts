import { styleText } from 'node:util';
import type { Colours } from '../equivalence/format';

type Stream = NodeJS.WriteStream;

/** Colours on a terminal, and none elsewhere, or where NO_COLOR asks for none. */
export function coloursFor(stream: Stream): Colours {
  const on = stream.isTTY && !process.env['NO_COLOR'];
  const paint = (style: Parameters<typeof styleText>[0]) => (text: string) => (on ? styleText(style, text) : text);
  return { good: paint('green'), fair: paint('yellow'), bad: paint('red'), dim: paint('dim') };
}

/** Says on a terminal what is being done, in one line that goes when it is done. Elsewhere it says nothing. */
export class Progress {
  constructor(private readonly stream: Stream = process.stderr) {}

  say(what: string): void {
    if (this.stream.isTTY) this.stream.write(`\r\u001b[2K${what} …`);
  }

  done(): void {
    if (this.stream.isTTY) this.stream.write('\r\u001b[2K');
  }
}

/** Writes a line of what a command answers. */
export const print = (text: string): void => void process.stdout.write(text === '' ? '' : `${text}\n`);
/** Writes a line of what is said beside the answer. */
export const printError = (text: string): void => void process.stderr.write(text === '' ? '' : `${text}\n`);
/** Writes an answer that machines read. */
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));
