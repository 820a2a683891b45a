import { createHash } from 'node:crypto';
import { answerTo, type Answer } from './answer';
import type { Markers } from './marker';
import { byCodeUnits, type RecordedInvoke, type Value } from './recording';
import { providerUrn } from './urn';
import type { ValueReader } from './value';

/** The questions that a program asks providers, each recorded once. */
export class Invokes {
  private readonly asked = new Map<string, RecordedInvoke>();

  constructor(
    private readonly markers: Markers,
    private readonly values: ValueReader,
    private readonly folder: string,
    private readonly answers: Readonly<Record<string, Answer>> = {},
  ) {}

  /**
   * Records a question, and answers with its arguments and with markers for the rest.
   * @throws Error if the shape of the result is unknown
   */
  answer(token: string, args: Readonly<Record<string, unknown>>, provider: string): Record<string, unknown> {
    const answer = this.answers[token] ?? answerTo(token, this.folder);
    if (!answer) throw new Error('no SDK declares the result of this invoke; provide it in answers');
    const recorded = this.values.readMap(args);
    const explicit = provider ? { provider: providerUrn(provider) } : {};
    const invoke = invokeId(token, recorded, explicit);
    this.asked.set(invoke, { id: invoke, token, args: recorded, ...explicit });
    return answer(args, {
      ref: (...path) => this.markers.mark({ invoke, path }),
      refList: (path, length) => this.markers.markList({ invoke, path }, length),
    });
  }

  /** Every question, in the order of their ids. */
  recorded(): RecordedInvoke[] {
    return [...this.asked.values()].sort((a, b) => byCodeUnits(a.id, b.id));
  }
}

function invokeId(token: string, args: Readonly<Record<string, Value>>, explicit: object): string {
  if (Object.keys({ ...args, ...explicit }).length === 0) return token;
  const hash = createHash('sha256')
    .update(JSON.stringify([args, explicit]))
    .digest('hex');
  return `${token}#${hash.slice(0, 8)}`;
}
