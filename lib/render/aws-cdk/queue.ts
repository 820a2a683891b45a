import { Duration } from 'aws-cdk-lib';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { AwsQueuePlan } from '../../cloud/aws/queue';
import type { Parts } from './parts';
import { QueueWithPolicy } from './queue-policy';

/** CDK constructs created for a queue. */
export interface RenderedQueue {
  readonly queue: Queue;
  /** The dead-letter queue. */
  readonly deadLetters: Queue;
}

const scopes = { messageGroup: DeduplicationScope.MESSAGE_GROUP };
const throughputLimits = { perMessageGroupId: FifoThroughputLimit.PER_MESSAGE_GROUP_ID };

export function renderQueue(scope: Construct, plan: AwsQueuePlan, parts: Parts): RenderedQueue {
  const { fifo } = plan;
  const both: QueueProps = {
    encryption: plan.managedEncryption ? QueueEncryption.SQS_MANAGED : QueueEncryption.UNENCRYPTED,
    ...(fifo && {
      fifo: true,
      deduplicationScope: scopes[fifo.deduplicationScope],
      fifoThroughputLimit: throughputLimits[fifo.throughputLimit],
    }),
  };
  const deadLetters = new Queue(scope, 'DeadLetters', {
    ...both,
    retentionPeriod: Duration.seconds(plan.deadLetters.retentionSeconds),
  });
  const queue = new QueueWithPolicy(scope, 'Queue', {
    ...both,
    visibilityTimeout: Duration.seconds(plan.visibilityTimeoutSeconds),
    retentionPeriod: Duration.seconds(plan.retentionSeconds),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: plan.maxReceiveCount },
  });
  parts.provide(plan.element, 'queue', attributes(queue));
  parts.provide(plan.element, 'deadLetter', attributes(deadLetters));
  return { queue, deadLetters };
}

const attributes = ({ queueArn: arn, queueName: name, queueUrl: url }: Queue) => ({ arn, name, url });
