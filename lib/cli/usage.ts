/** Wrong usage of the command line, which exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
