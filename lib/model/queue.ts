import { z } from 'zod';

/**
 * Retention of dead-letter queues, in days: the maximum of SQS. SQS counts from when a message was first sent, so a
 * shorter retention could delete a message as soon as it arrives. FIFO queues and Pub/Sub count from its arrival.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
export const deadLetterDays = 14;

/**
 * Queue of messages for one consumer. Messages that can't be processed go to the queue's own dead-letter queue.
 * Encrypted.
 */
export const queueSpec = z.strictObject({
  /** Number of deliveries after which a message goes to the dead-letter queue. */
  maxDeliveryAttempts: z.int().min(1).max(100).default(5),
  /** Retention of messages that aren't consumed, in days. The dead-letter queue keeps them for 14 days. */
  retentionDays: z.int().min(1).max(14).default(4),
  /**
   * Time in seconds before a message that isn't acknowledged is delivered again: the visibility timeout on SQS, the
   * acknowledgement deadline on Pub/Sub. Default: six times the timeout of the consuming function, 30 without one.
   */
  timeoutSeconds: z.int().min(1).max(43_200).optional(),
  /** Delivers the messages of one group in order: a FIFO queue on SQS, ordering keys on Pub/Sub. */
  ordered: z.boolean().default(false),
});

export type QueueSpec = z.input<typeof queueSpec>;
export type ResolvedQueue = z.output<typeof queueSpec>;
