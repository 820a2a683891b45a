import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
queues: { q: { maxDeliveryAttempts: 3, retentionDays: 2, timeoutSeconds: 90, ordered: true } }`;

describe('a queue on aws-cdk', () => {
  let q: Record<string, Json>;
  beforeAll(async () => {
    q = await resourcesOf(text, 'aws-cdk', 'queues.q');
  });

  it('moves messages to its dead-letter queue after the maximum of deliveries', () => {
    expect(q['Queue'].Properties.RedrivePolicy.maxReceiveCount).toBe(3);
  });

  it('keeps dead letters for the longest retention of SQS', () => {
    expect(q['DeadLetters'].Properties.MessageRetentionPeriod).toBe(1_209_600);
  });

  it('renders these resources and no others', () =>
    expect(shown(q)).toMatchInlineSnapshot(`
     "DeadLetters:
       Type: AWS::SQS::Queue
       Properties:
         DeduplicationScope: messageGroup
         FifoQueue: true
         FifoThroughputLimit: perMessageGroupId
         MessageRetentionPeriod: 1209600
         SqsManagedSseEnabled: true
       UpdateReplacePolicy: Delete
       DeletionPolicy: Delete
     Queue:
       Type: AWS::SQS::Queue
       Properties:
         DeduplicationScope: messageGroup
         FifoQueue: true
         FifoThroughputLimit: perMessageGroupId
         MessageRetentionPeriod: 172800
         RedrivePolicy:
           deadLetterTargetArn:
             Fn::GetAtt:
               - ArchitecturequeuesqDeadLettersC87B5786
               - Arn
           maxReceiveCount: 3
         SqsManagedSseEnabled: true
         VisibilityTimeout: 90
       UpdateReplacePolicy: Delete
       DeletionPolicy: Delete
     "
    `));
});
