import type { ResolvedArchitecture } from '../model/architecture';
import type { ResolvedFunction } from '../model/function';
import { on, type Rule } from './rule';

/** Messages that Lambda takes at once from a queue that keeps their order: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const orderedBatch = 10;

/** What the messages of a batch that Lambda takes become: one that keeps the order has no more than ten. */
export const lambdaBatch = (batchSize: number, isOrdered: boolean): number =>
  isOrdered ? Math.min(batchSize, orderedBatch) : batchSize;

export const triggerRules: readonly Rule<ResolvedFunction>[] = [
  {
    path: 'functions.triggers',
    value: 'a batchSize above 10, of an ordered queue',
    on: on('aws'),
    is: 'approximated',
    becomes: '10',
    reason: 'Lambda takes 10 messages at once from a FIFO queue at the most',
    applies: ({ element, architecture }) =>
      element.triggers.some(
        (trigger) => 'queue' in trigger && isOrdered(trigger.queue, architecture) && trigger.batchSize > orderedBatch,
      ),
  },
  {
    path: 'functions.triggers',
    value: 'deleted, of a versioned bucket',
    on: on('aws'),
    is: 'approximated',
    becomes: 'an event when an object is deleted, and one for each older version that is; `deletion-type` tells which',
    reason: 'S3 has one event for both',
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
    reason: 'Lambda, SNS and EventBridge send what failed to no FIFO queue',
    hint: 'name a queue without `ordered`',
    applies: ({ element, architecture }) =>
      element.retry.deadLetter !== undefined && isOrdered(element.retry.deadLetter, architecture),
  },
];

const isOrdered = (queue: string, { queues }: ResolvedArchitecture): boolean => queues[queue]?.ordered === true;

/** Promises about triggers that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = { aws: {}, gcp: {} } as const;
