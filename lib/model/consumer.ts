import type { ResolvedArchitecture } from './architecture';
import { elementId, splitElementId, type ElementId } from './name';
import type { WithTriggers } from './trigger';

/** Default timeout of a queue without a consuming function, in seconds. */
const defaultSeconds = 30;

/**
 * Factor from a function's timeout to its queue's, which leaves time for retries: AWS recommends six. The longest
 * function timeout times six is within the limits of a queue.
 */
const timesTimeout = 6;

/** Elements that can consume a queue. */
export type Consumers = Pick<ResolvedArchitecture, 'functions' | 'services'>;

/** Function or service with a trigger on the queue; undefined without one. */
export function consumerOf(queue: string, architecture: Consumers): ElementId | undefined {
  for (const kind of ['functions', 'services'] as const) {
    for (const [name, { triggers }] of Object.entries<WithTriggers>(architecture[kind])) {
      if (triggers.some((trigger) => 'queue' in trigger && trigger.queue === queue)) return elementId(kind, name);
    }
  }
  return undefined;
}

/**
 * Timeout of a queue's messages in seconds: the queue's own, else six times the consuming function's timeout, else 30.
 * A service has no timeout of its own.
 */
export function timeoutOf(queue: string, architecture: Consumers & Pick<ResolvedArchitecture, 'queues'>): number {
  const written = architecture.queues[queue]?.timeoutSeconds;
  if (written !== undefined) return written;
  const consumer = consumerOf(queue, architecture);
  const { kind, name } = consumer ? splitElementId(consumer) : { kind: undefined, name: '' };
  const timeout = kind === 'functions' ? architecture.functions[name]?.timeoutSeconds : undefined;
  return timeout === undefined ? defaultSeconds : timesTimeout * timeout;
}

/** Queues that only keep dead letters of functions for people: a `retry` names them, and they have no consumer. */
export const deadLetterQueuesOf = (architecture: Consumers & Pick<ResolvedArchitecture, 'queues'>): string[] =>
  Object.keys(architecture.queues).filter(
    (queue) =>
      consumerOf(queue, architecture) === undefined &&
      Object.values(architecture.functions).some(({ retry }) => retry.deadLetter === queue),
  );
