/** Reads something; an error becomes a failure that begins with what was read, and the result is undefined. */
export function attempt<T>(failures: string[], what: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    return fail(failures, what, error);
  }
}

/** The same, for what is promised. */
export function attemptLater<T>(failures: string[], what: string, read: Promise<T>): Promise<T | undefined> {
  return read.catch((error: unknown) => fail(failures, what, error));
}

function fail(failures: string[], what: string, error: unknown): undefined {
  failures.push(`${what}: ${(error as Error).message}`);
}
