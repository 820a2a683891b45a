import type { Answer } from '../answers/ask';
import type { Row } from '../requests';

/** The example `orders` on some cloud, seen from outside: by who orders, and by who runs it. */
export interface Shop {
  /** Asks the API. */
  ask(row: Omit<Row, 'status' | 'answer'>): Promise<Answer>;
  /** Gives the signing key a value, as people do once. */
  sign(key: string): Promise<unknown>;
  /** Puts a message into the queue of jobs. */
  job(text: string): Promise<unknown>;
  /** Publishes an event to the topic. */
  publish(text: string): Promise<unknown>;
  /** Writes a file to the bucket. */
  write(key: string, text: string): Promise<unknown>;
  /** An item of the table of summaries; undefined if there is none. */
  summary(id: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  /** Takes something from where jobs end, or all else, that can't be done: its text; undefined if there is nothing. */
  takeFailed(from: 'jobs' | 'failed'): Promise<string | undefined>;
  /** Lines of the log of a function that hold a word. */
  logged(name: string, word: string): Promise<readonly string[]>;
  /** Puts the clock forward, by which messages are delivered again and schedules come. */
  pass(seconds: number): void;
  /** What that clock shows, in milliseconds. */
  now(): number;
  /** How often a job is tried before it is given up. */
  readonly attempts: number;
  /** How long it takes at most until it is tried again, in seconds. */
  readonly pause: number;
}

/** How many seconds it takes until some clock on a wall shows a time. */
export function secondsUntil(hour: number, timeZone: string, now: number): number {
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium' });
  const at = (time: number): number => {
    const [hours, minutes, seconds] = shown.format(time).split(':').map(Number) as [number, number, number];
    return (hours * 60 + minutes) * 60 + seconds;
  };
  const day = 24 * 3600;
  const wait = (hour * 3600 - at(now) + day) % day;
  // Where the clock is changed in between, it takes an hour more, or less.
  const late = at(now + wait * 1000) - hour * 3600;
  return wait - late;
}
