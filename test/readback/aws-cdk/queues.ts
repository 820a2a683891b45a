import { readQueue } from '../../../lib/readback/aws-cdk/queue';
import { readTopic } from '../../../lib/readback/aws-cdk/topic';
import { cloudFormation } from '../aws-pieces';
import type { Piece } from '../pieces';
import type { Element } from '../shop';

const Tags = [{ Key: 'team', Value: 'x' }];
const gone = { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' };
const ordered = { FifoQueue: true, DeduplicationScope: 'messageGroup', FifoThroughputLimit: 'perMessageGroupId' };

const ofQueue = (address: string, properties: object): Piece => ({
  address,
  type: 'AWS::SQS::Queue',
  owner: 'queues.q',
  properties: { Properties: { ...ordered, SqsManagedSseEnabled: true, Tags, ...properties }, ...gone },
});

const pieces: readonly Piece[] = [
  ofQueue('DeadLetters', { MessageRetentionPeriod: 1_209_600 }),
  ofQueue('Queue', {
    MessageRetentionPeriod: 172_800,
    RedrivePolicy: { deadLetterTargetArn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] }, maxReceiveCount: 3 },
    VisibilityTimeout: 90,
  }),
  { address: 'Topic', type: 'AWS::SNS::Topic', owner: 'topics.t', properties: { Properties: { Tags } } },
];

const open = cloudFormation;

/** A queue that was written by hand. */
export const queue: Element<ReturnType<typeof readQueue>> = {
  of: 'queues.q',
  pieces,
  open,
  read: (artefact) => readQueue('q', artefact),
};

/** A topic that was written by hand. */
export const topic: Element<ReturnType<typeof readTopic>> = {
  of: 'topics.t',
  pieces,
  open,
  read: (artefact) => readTopic('t', artefact),
};
