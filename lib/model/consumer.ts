import type { ResolvedArchitecture } from './architecture';
import { elementId, splitElementId, type ElementId } from './name';
import type { WithTriggers } from './trigger';

/** How long a message may be held where nobody's timeout says more, in seconds. */
const defaultSeconds = 30;

/**
 * How many times its timeout a consumer may hold a message: what it fails at is tried again before others get it. No
 * function takes so long that a queue could not hold a message for six times that.
 */
const timesTimeout = 6;

/** What consumers are looked for in. */
export type Consumers = Pick<ResolvedArchitecture, 'functions' | 'services'>;

/** The one function or service of which a trigger names the queue; undefined without one. */
export function consumerOf(queue: string, architecture: Consumers): ElementId | undefined {
  for (const kind of ['functions', 'services'] as const) {
    for (const [name, { triggers }] of Object.entries<WithTriggers>(architecture[kind])) {
      if (triggers.some((trigger) => 'queue' in trigger && trigger.queue === queue)) return elementId(kind, name);
    }
  }
  return undefined;
}

/**
 * How long a message of the queue is held for its consumer, in seconds: what the queue says, else six times a consuming
 * function's timeout, else 30. A service has no timeout of its own.
 */
export function timeoutOf(queue: string, architecture: Consumers & Pick<ResolvedArchitecture, 'queues'>): number {
  const written = architecture.queues[queue]?.timeoutSeconds;
  if (written !== undefined) return written;
  const consumer = consumerOf(queue, architecture);
  const { kind, name } = consumer ? splitElementId(consumer) : { kind: undefined, name: '' };
  const timeout = kind === 'functions' ? architecture.functions[name]?.timeoutSeconds : undefined;
  return timeout === undefined ? defaultSeconds : timesTimeout * timeout;
}

/**
 * The queues that keep what functions couldn't get done until people look at it: some `retry` names them, and nobody
 * consumes them.
 */
export const deadLetterQueuesOf = (architecture: Consumers & Pick<ResolvedArchitecture, 'queues'>): string[] =>
  Object.keys(architecture.queues).filter(
    (queue) =>
      consumerOf(queue, architecture) === undefined &&
      Object.values(architecture.functions).some(({ retry }) => retry.deadLetter === queue),
  );
