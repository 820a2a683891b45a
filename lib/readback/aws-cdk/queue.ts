import type { AwsQueueFact } from '../../facts/queue';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { alarmsOf, readAlarms } from '../aws/alarm';
import { readPair, readRedrive, readRetention } from '../aws/queue';
import { tagsOf } from '../tags';
import { dialect } from './dialect';
import { readQueuePolicy } from './queue-policy';
import { getAtt } from './reference';

export function readQueue(name: string, artefact: Artefact): Partial<AwsQueueFact> | undefined {
  const id: ElementId = `queues.${name}`;
  const queue = artefact.part(id, 'AWS::SQS::Queue');
  const deadLetters = artefact.part(id, 'AWS::SQS::Queue', 'dead letters');
  if (!queue || !deadLetters) return undefined;
  for (const one of [queue, deadLetters]) {
    one.fixed(['DeletionPolicy'], 'Delete');
    one.fixed(['UpdateReplacePolicy'], 'Delete');
  }
  return {
    maxDeliveryAttempts: queue.as(['Properties', 'RedrivePolicy'], (policy) =>
      readRedrive(policy, getAtt(deadLetters, 'Arn')),
    ),
    retentionDays: readRetention(queue, dialect),
    timeoutSeconds: queue.number(['Properties', 'VisibilityTimeout']),
    alarms: readAlarms(
      id,
      {
        'dead letters': [getAtt(deadLetters, 'QueueName')],
        messages: [getAtt(queue, 'QueueName')],
        'old messages': [getAtt(queue, 'QueueName')],
      },
      dialect,
      artefact,
    ),
    deadLetters: { retentionDays: readRetention(deadLetters, dialect)! },
    ...readPair(queue, deadLetters, dialect),
    senders: readQueuePolicy(queue, artefact),
    tags: tagsOf([queue, deadLetters, ...alarmsOf(id, dialect, artefact)], ['Properties', 'Tags']),
  };
}
