import { setTimeout as wait } from 'node:timers/promises';

/**
 * Asks until there is an answer, and returns it.
 *
 * @param what is waited for, in words, for who waits in vain
 * @param ask answers undefined as long as there is none
 * @throws Error after twenty seconds
 */
export async function until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; await wait(100)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`waited in vain for ${what}`);
}
