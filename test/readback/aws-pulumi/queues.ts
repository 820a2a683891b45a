import { readQueue } from '../../../lib/readback/aws-pulumi/queue';
import { readTopic } from '../../../lib/readback/aws-pulumi/topic';
import { pulumi, urnOf } from '../aws-pieces';
import type { Piece } from '../pieces';
import type { Element } from '../shop';

const tags = { team: 'x' };
const ordered = { fifoQueue: true, deduplicationScope: 'messageGroup', fifoThroughputLimit: 'perMessageGroupId' };

const ofQueue = (address: string, inputs: object): Piece => ({
  address,
  type: 'aws:sqs/queue:Queue',
  owner: 'queues.q',
  properties: { inputs: { ...ordered, sqsManagedSseEnabled: true, tags, ...inputs } },
});

const pieces: readonly Piece[] = [
  ofQueue('shop-q-dead-letters', { messageRetentionSeconds: 1_209_600 }),
  ofQueue('shop-q-queue', {
    messageRetentionSeconds: 172_800,
    redrivePolicy: {
      $join: [
        '{"deadLetterTargetArn":"',
        { $ref: { urn: urnOf('shop-q-dead-letters'), path: ['arn'] } },
        '","maxReceiveCount":3}',
      ],
    },
    visibilityTimeoutSeconds: 90,
  }),
  { address: 'shop-t-topic', type: 'aws:sns/topic:Topic', owner: 'topics.t', properties: { inputs: { tags } } },
];

const open = (all: readonly Piece[]) => pulumi(all, []);

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
