import { z } from 'zod';

/**
 * Days for which dead letters are kept: as long as SQS can. It counts from when a message was first sent, so that
 * anything shorter could let one go as soon as it is dead; a queue that keeps the order, and Pub/Sub, count anew.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export const deadLetterDays = 14;

/** Messages that wait for one consumer. What can't be worked off goes to a dead-letter queue of its own. Encrypted. */
export const queueSpec = z.strictObject({
  /** Deliveries after which a message goes to the dead-letter queue. */
  maxDeliveryAttempts: z.int().min(1).max(100).default(5),
  /** Days for which a message that nobody takes is kept in the queue. In the dead-letter queue that is 14 days. */
  retentionDays: z.int().min(1).max(14).default(4),
  /**
   * How long a consumer may hold a message before it is delivered again, in seconds; absent: six times the consumer's
   * own timeout, 30 without a consumer.
   */
  timeoutSeconds: z.int().min(1).max(43_200).optional(),
  /** Whether messages of one group are delivered in the order in which they came. */
  ordered: z.boolean().default(false),
});

export type QueueSpec = z.input<typeof queueSpec>;
export type ResolvedQueue = z.output<typeof queueSpec>;
