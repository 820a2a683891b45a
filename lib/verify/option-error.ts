/** An option of a verification that contradicts the artifacts. The command line shows it as the flag of that name. */
export class OptionError extends Error {
  override readonly name = 'OptionError';

  constructor(
    readonly option: 'architecture' | 'artifacts' | 'from' | 'param' | 'target',
    /** Lower case, no full stop. */
    readonly reason: string,
  ) {
    super(`${option}${option === 'param' ? ' ' : ': '}${reason}`);
  }
}
