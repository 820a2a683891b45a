import type { ResolvedArchitecture } from '../model/architecture';
import { mostWorkersEver } from '../model/cold-start';
import { existingIn } from '../model/existing';
import type { ResolvedFunction } from '../model/function';
import { on, stays, type Rule } from './rule';

/** The largest batch from a FIFO queue: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const orderedBatch = 10;

export const triggerRules: readonly Rule<ResolvedFunction>[] = [
  {
    path: 'functions.triggers',
    value: `batchSize above ${orderedBatch}, on an ordered queue`,
    on: on('aws'),
    is: 'approximated',
    becomes: {
      text: `batchSize ${orderedBatch}`,
      value: ({ element, architecture }) => ({
        triggers: element.triggers.map((trigger) =>
          'queue' in trigger && isOrdered(trigger.queue, architecture)
            ? { ...trigger, batchSize: Math.min(trigger.batchSize, orderedBatch) }
            : trigger,
        ),
      }),
    },
    reason: "Lambda's maximum batch size for a FIFO queue is 10",
    applies: ({ element, architecture }) =>
      element.triggers.some(
        (trigger) => 'queue' in trigger && isOrdered(trigger.queue, architecture) && trigger.batchSize > orderedBatch,
      ),
  },
  {
    path: 'functions.triggers',
    value: 'queue, with at most one worker',
    on: on('aws'),
    is: 'approximated',
    becomes: {
      text: 'Lambda hands over messages for two workers at a time; a throttled one counts as delivered',
      value: stays,
    },
    reason: 'the least maximum concurrency of an event source is 2',
    applies: ({ element: { coldStart, triggers } }) =>
      coldStart.provisioned === undefined &&
      mostWorkersEver(coldStart) === 1 &&
      triggers.some((trigger) => 'queue' in trigger),
  },
  {
    path: 'functions.triggers',
    value: 'deleted, on a versioned bucket',
    on: on('aws'),
    is: 'approximated',
    becomes: {
      text: 'an event for each deleted object and for each deleted older version; `deletion-type` distinguishes them',
      value: stays,
    },
    reason: 'S3 has one event type for both',
    applies: ({ element, architecture }) =>
      element.triggers.some(
        (trigger) =>
          'bucket' in trigger &&
          trigger.on.includes('deleted') &&
          architecture.buckets[trigger.bucket]?.versioned === true,
      ),
  },
  {
    path: 'functions.retry.deadLetter',
    value: 'an ordered queue',
    on: on('aws'),
    is: 'refused',
    reason: "Lambda, SNS and EventBridge don't support FIFO queues as dead-letter queues",
    hint: 'name a queue without `ordered`',
    applies: ({ element, architecture }) =>
      element.retry.deadLetter !== undefined && isOrdered(element.retry.deadLetter, architecture),
  },
];

function isOrdered(name: string, { queues }: ResolvedArchitecture): boolean {
  const queue = queues[name];
  if (!queue) return false;
  const existing = existingIn(queue);
  return existing ? existing.aws?.endsWith('.fifo') === true : queue.ordered;
}
