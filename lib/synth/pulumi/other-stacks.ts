import { knownOutputs } from './stack-output';

/** An output of another stack that was given, and that the program doesn't read. */
export class UnreadAnswerError extends Error {
  override readonly name = 'UnreadAnswerError';

  constructor(output: string, read: readonly string[]) {
    const known = read.length > 0 ? `only ${read.join(', ')}` : 'no output of another stack';
    super(`${output}: the program reads ${known}; correct the name, or leave it out`);
  }
}

/** The outputs of other stacks: those that are known, and those that a program reads. */
export class OtherStacks {
  /** Outputs that the program read and that aren't known: `organization/project/stack.output`. */
  readonly unanswered = new Set<string>();
  private readonly read = new Set<string>();
  private readonly referenced = new Set<string>();

  constructor(private readonly answers: Readonly<Record<string, string>> = {}) {}

  /** The known outputs of a stack that the program refers to, by name. */
  outputsOf(stack: string): Record<string, unknown> {
    this.referenced.add(stack);
    return knownOutputs(this.answers, stack);
  }

  /** The value of an output that the program reads; undefined if it isn't known. */
  output(stack: string, output: string): { readonly value: unknown } | undefined {
    this.read.add(`${stack}.${output}`);
    const known = knownOutputs(this.answers, stack);
    if (Object.hasOwn(known, output)) return { value: known[output] };
    this.unanswered.add(`${stack}.${output}`);
    return undefined;
  }

  /**
   * Checks that the program read every output that was given. A program that asks a stack for no output by name reads all
   * of them.
   * @throws UnreadAnswerError for the first one that it didn't read
   */
  checkRead(): void {
    const read = [...this.read];
    const wholly = [...this.referenced].filter((stack) => !read.some((one) => one.startsWith(`${stack}.`)));
    const isRead = (answer: string) =>
      read.some((one) => isNamed(answer, one)) || wholly.some((stack) => isNamed(stackOf(answer), stack));
    const unread = Object.keys(this.answers).find((answer) => !isRead(answer));
    if (unread !== undefined) throw new UnreadAnswerError(unread, read.sort());
  }
}

const stackOf = (output: string): string => output.slice(0, output.lastIndexOf('.'));

/** A program may leave out the organization, and the project. */
const isNamed = (full: string, name: string): boolean => full === name || full.endsWith(`/${name}`);
