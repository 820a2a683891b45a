import type { ResolvedArchitecture } from '../model/architecture';

/** A consumer may use its timeout this many times before a message is delivered again. */
const timeoutsPerMessage = 6;

/** The timeout of a queue without a written one, and without a function that consumes it, in seconds. */
const withoutConsumer = 30;

/**
 * Seconds for which a message is held for its consumer: those that the queue names, or six times the timeout of the
 * function that consumes it, or 30. The model states this default a second time, and a test checks that both are equal.
 */
export function queueTimeoutSeconds(
  queue: string,
  { queues, functions }: Pick<ResolvedArchitecture, 'queues' | 'functions'>,
): number {
  const consumer = Object.values(functions).find(({ triggers }) =>
    triggers.some((trigger) => 'queue' in trigger && trigger.queue === queue),
  );
  return queues[queue]?.timeoutSeconds ?? (consumer ? consumer.timeoutSeconds * timeoutsPerMessage : withoutConsumer);
}
