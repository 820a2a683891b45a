import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId, type ElementId } from '../../model/name';
import { deadLetterDays, type ResolvedQueue } from '../../model/queue';
import { physicalName, type Naming } from '../name';
import { queueTimeoutSeconds } from '../queue-timeout';

/** The FIFO settings of a queue: order within each message group, so that groups don't block each other. */
export interface AwsFifoPlan {
  readonly deduplicationScope: 'messageGroup';
  readonly throughputLimit: 'perMessageGroupId';
}

/**
 * An SQS queue and its dead-letter queue, with every decision made. The dead-letter queue has no list of the queues
 * that may use it: CloudFormation would have to create each of the two before the other.
 */
export interface AwsQueuePlan {
  readonly element: ElementId;
  /** Names for engines that don't make their own. A FIFO queue's name ends with its suffix. */
  readonly names: { readonly queue: string; readonly deadLetters: string };
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly maxReceiveCount: number;
  readonly deadLetters: { readonly retentionSeconds: number };
  /** Encrypts with keys of SQS's own, both queues. */
  readonly managedEncryption: boolean;
  /**
   * The settings of both queues; absent: neither is ordered. Content-based deduplication is off: two equal messages
   * within five minutes would count as one, so senders set `MessageDeduplicationId`.
   */
  readonly fifo?: AwsFifoPlan;
}

const secondsADay = 86_400;

/** The longest name of a queue, and the end of one that keeps the order: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html */
export const queueName = { limit: 80, fifo: '.fifo' } as const;

export function planQueue(
  name: string,
  spec: ResolvedQueue,
  architecture: ResolvedArchitecture,
  naming: Naming,
): AwsQueuePlan {
  const element = elementId('queues', name);
  const end = spec.ordered ? queueName.fifo : '';
  const named = (role?: string) => physicalName(naming, element, queueName.limit - end.length, role) + end;
  return {
    element,
    names: { queue: named(), deadLetters: named('dead-letters') },
    visibilityTimeoutSeconds: queueTimeoutSeconds(name, architecture),
    retentionSeconds: spec.retentionDays * secondsADay,
    maxReceiveCount: spec.maxDeliveryAttempts,
    deadLetters: { retentionSeconds: deadLetterDays * secondsADay },
    managedEncryption: true,
    ...(spec.ordered && { fifo: { deduplicationScope: 'messageGroup', throughputLimit: 'perMessageGroupId' } }),
  };
}
