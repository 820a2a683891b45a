import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * What the tests have started is in process groups of its own, so that it can be killed as a whole. Whoever ends the
 * tests themselves ends none of these: so each is written down while it runs, and what is left is ended afterwards.
 */

/** The environment variable that says where they are written down. */
export const runningFolder = 'DEPLOY_RUNNING';

/** Writes down that a process group runs, and returns what strikes it out. */
export function noteRunning(pid: number): () => void {
  const folder = process.env[runningFolder];
  if (folder === undefined) return () => undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, String(pid)), '');
  return () => rmSync(join(folder, String(pid)), { force: true });
}

/** Ends what is still written down, at once. */
export function endRunning(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const pid of readdirSync(folder)) endGroup(Number(pid), 'SIGKILL');
}

/** Ends a process group; one that has ended already is left alone. */
export function endGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
