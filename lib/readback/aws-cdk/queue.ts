import type { QueueFact } from '../../facts/queue';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readPair, readRedrive, readRetention, type QueueWords } from '../aws/queue';
import { tagsOf } from '../tags';
import { alarmsOf, readAlarms } from './alarm';
import { readQueuePolicy } from './queue-policy';
import { getAtt, isOfDeadLetters } from './reference';

const words: QueueWords = {
  fifo: ['Properties', 'FifoQueue'],
  deduplication: ['Properties', 'DeduplicationScope'],
  throughput: ['Properties', 'FifoThroughputLimit'],
  encryption: ['Properties', 'SqsManagedSseEnabled'],
  retention: ['Properties', 'MessageRetentionPeriod'],
};

export function readQueue(name: string, artefact: Artefact): Partial<QueueFact> | undefined {
  const id: ElementId = `queues.${name}`;
  const queues = artefact.parts(id, 'AWS::SQS::Queue');
  const queue = queues.find((one) => !isOfDeadLetters(one));
  const deadLetters = queues.find(isOfDeadLetters);
  if (!queue || !deadLetters) return undefined;
  for (const one of [queue, deadLetters]) {
    one.fixed(['DeletionPolicy'], 'Delete');
    one.fixed(['UpdateReplacePolicy'], 'Delete');
  }
  return {
    maxDeliveryAttempts: queue.as(['Properties', 'RedrivePolicy'], (policy) =>
      readRedrive(policy, getAtt(deadLetters, 'Arn')),
    ),
    retentionDays: readRetention(queue, words),
    timeoutSeconds: queue.number(['Properties', 'VisibilityTimeout']),
    alarms: readAlarms(
      id,
      [
        { means: 'dead letters', name: getAtt(deadLetters, 'QueueName') },
        { means: 'messages', name: getAtt(queue, 'QueueName') },
      ],
      artefact,
    ),
    deadLetters: { retentionDays: readRetention(deadLetters, words)! },
    ...readPair(queue, deadLetters, words),
    senders: readQueuePolicy(queue, artefact),
    tags: tagsOf([queue, deadLetters, ...alarmsOf(id, artefact)], ['Properties', 'Tags']),
  };
}
