/** Code that can't be archived. */
export class CodeError extends Error {
  override readonly name = 'CodeError';

  constructor(
    message: string,
    /** The remedy. @default the message is enough */
    readonly hint?: string,
  ) {
    super(message);
  }
}
