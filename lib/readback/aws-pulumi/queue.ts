import type { AwsQueueFact } from '../../facts/queue';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { alarmsOf, readAlarms } from '../aws/alarm';
import { readPair, readRedrive, readRetention } from '../aws/queue';
import { parseJson } from '../json';
import { tagsOf } from '../tags';
import { to } from '../resource';
import { dialect } from './dialect';
import { readGivenName } from './given-name';
import { readQueuePolicy } from './queue-policy';

export function readQueue(name: string, artefact: Artefact): Partial<AwsQueueFact> | undefined {
  const id: ElementId = `queues.${name}`;
  const queue = artefact.part(id, 'aws:sqs/queue:Queue');
  const deadLetters = artefact.part(id, 'aws:sqs/queue:Queue', 'dead letters');
  if (!queue || !deadLetters) return undefined;
  const pair = readPair(queue, deadLetters, dialect);
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
    retentionDays: readRetention(queue, dialect),
    timeoutSeconds: queue.number(['inputs', 'visibilityTimeoutSeconds']),
    alarms: readAlarms(
      id,
      {
        'dead letters': [to(deadLetters, 'name')],
        messages: [to(queue, 'name')],
        'old messages': [to(queue, 'name')],
      },
      dialect,
      artefact,
    ),
    deadLetters: { retentionDays: readRetention(deadLetters, dialect)! },
    ...pair,
    senders: readQueuePolicy(queue, artefact),
    tags: tagsOf([queue, deadLetters, ...alarmsOf(id, dialect, artefact)], ['inputs', 'tags']),
  };
}
