/** Says in the log of a gate what wasn't tested, and why: jest would indent the line, and the gate not count it. */
export function skipped(what: string, why: string): void {
  process.stderr.write(`\nSKIPPED: ${what}: ${why}\n`);
}
