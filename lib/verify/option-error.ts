/** An option of a verification that contradicts the artifacts. The command line shows it as the flag of that name. */
export class OptionError extends Error {
  override readonly name = 'OptionError';

  constructor(
    readonly option:
      'answer' | 'architecture' | 'artifacts' | 'env' | 'from' | 'param' | 'path' | 'root' | 'stack' | 'target',
    /** Lower case, no full stop. */
    readonly reason: string,
  ) {
    super(`${option}${valued.includes(option) ? ' ' : ': '}${reason}`);
  }
}

/** The options whose reason begins with their value. */
const valued: readonly string[] = ['answer', 'env', 'param', 'path', 'stack'];
