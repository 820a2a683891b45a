import { Queue, type QueueArgs } from '@pulumi/aws/sqs';
import { jsonStringify } from '@pulumi/pulumi';
import { queueName, type AwsQueuePlan } from '../../cloud/aws/queue';
import type { Element } from '../pulumi-element';
import { nameWithin } from './name';
import type { Parts } from './parts';

/** Pulumi resources created for a queue. */
export interface RenderedQueue {
  readonly queue: Queue;
  /** The dead-letter queue. */
  readonly deadLetters: Queue;
}

export function renderQueue(
  parent: Element,
  plan: AwsQueuePlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): RenderedQueue {
  const { fifo, names } = plan;
  // Pulumi appends `.fifo` after shortening the name.
  const limit = queueName.limit - (fifo ? queueName.fifo.length : 0);
  const both: QueueArgs = {
    sqsManagedSseEnabled: plan.managedEncryption,
    ...(fifo && {
      fifoQueue: true,
      deduplicationScope: fifo.deduplicationScope,
      fifoThroughputLimit: fifo.throughputLimit,
    }),
    tags,
  };
  const deadLetters = new Queue(
    `${parent.prefix}-dead-letters`,
    {
      ...nameWithin(limit, `${parent.prefix}-dead-letters`, names.deadLetters),
      ...both,
      messageRetentionSeconds: plan.deadLetters.retentionSeconds,
    },
    { parent },
  );
  const queue = new Queue(
    `${parent.prefix}-queue`,
    {
      ...nameWithin(limit, `${parent.prefix}-queue`, names.queue),
      ...both,
      visibilityTimeoutSeconds: plan.visibilityTimeoutSeconds,
      messageRetentionSeconds: plan.retentionSeconds,
      redrivePolicy: jsonStringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: plan.maxReceiveCount }),
    },
    { parent },
  );
  parts.provide(plan.element, 'queue', attributes(queue));
  parts.provide(plan.element, 'deadLetter', attributes(deadLetters));
  return { queue, deadLetters };
}

const attributes = ({ arn, name, url }: Queue) => ({ arn, name, url });
