import type { QueueFact } from '../../facts/queue';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readPair, readRedrive, readRetention, type QueueWords } from '../aws/queue';
import { parseJson } from '../json';
import { tagsOf } from '../tags';
import { alarmsOf, readAlarms } from './alarm';
import { readGivenName } from './given-name';
import { readQueuePolicy } from './queue-policy';
import { isOfDeadLetters, to } from './reference';

const words: QueueWords = {
  fifo: ['inputs', 'fifoQueue'],
  deduplication: ['inputs', 'deduplicationScope'],
  throughput: ['inputs', 'fifoThroughputLimit'],
  encryption: ['inputs', 'sqsManagedSseEnabled'],
  retention: ['inputs', 'messageRetentionSeconds'],
};

export function readQueue(name: string, artefact: Artefact): Partial<QueueFact> | undefined {
  const id: ElementId = `queues.${name}`;
  const queues = artefact.parts(id, 'aws:sqs/queue:Queue');
  const queue = queues.find((one) => !isOfDeadLetters(one));
  const deadLetters = queues.find(isOfDeadLetters);
  if (!queue || !deadLetters) return undefined;
  const pair = readPair(queue, deadLetters, words);
  const named = {
    kind: 'queues',
    element: name,
    ...(pair.ordered ? { limit: 75, end: '.fifo' } : { limit: 80 }),
  } as const;
  readGivenName(queue, named, artefact);
  readGivenName(deadLetters, { ...named, role: 'dead-letters' }, artefact);
  return {
    maxDeliveryAttempts: queue.as(['inputs', 'redrivePolicy'], (policy) =>
      readRedrive(parseJson(policy), to(deadLetters, 'arn')),
    ),
    retentionDays: readRetention(queue, words),
    timeoutSeconds: queue.number(['inputs', 'visibilityTimeoutSeconds']),
    alarms: readAlarms(
      id,
      [
        { means: 'dead letters', name: to(deadLetters, 'name') },
        { means: 'messages', name: to(queue, 'name') },
      ],
      artefact,
    ),
    deadLetters: { retentionDays: readRetention(deadLetters, words)! },
    ...pair,
    senders: readQueuePolicy(queue, artefact),
    tags: tagsOf([queue, deadLetters, ...alarmsOf(id, artefact)], ['inputs', 'tags']),
  };
}
