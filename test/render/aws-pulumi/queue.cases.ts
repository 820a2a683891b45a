import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
queues: { q: { maxDeliveryAttempts: 3, retentionDays: 2, timeoutSeconds: 90, ordered: true } }`;

describe('a queue on aws-pulumi', () => {
  let q: Record<string, Json>;
  beforeAll(async () => {
    q = await resourcesOf(text, 'aws-pulumi', 'queues.q');
  });

  it('moves messages to its dead-letter queue after the maximum of deliveries', () => {
    expect(JSON.stringify(q['queue'].inputs.redrivePolicy)).toContain('maxReceiveCount');
  });

  it('keeps dead letters for the longest retention of SQS', () => {
    expect(q['dead-letters'].inputs.messageRetentionSeconds).toBe(1_209_600);
  });

  it('renders these resources and no others', () =>
    expect(shown(q)).toMatchInlineSnapshot(`
     "dead-letters:
       type: aws:sqs/queue:Queue
       inputs:
         deduplicationScope: messageGroup
         fifoQueue: true
         fifoThroughputLimit: perMessageGroupId
         messageRetentionSeconds: 1209600
         sqsManagedSseEnabled: true
     queue:
       type: aws:sqs/queue:Queue
       inputs:
         deduplicationScope: messageGroup
         fifoQueue: true
         fifoThroughputLimit: perMessageGroupId
         messageRetentionSeconds: 172800
         redrivePolicy:
           $join:
             - '{"deadLetterTargetArn":"'
             - <shop-q-dead-letters.arn>
             - '","maxReceiveCount":3}'
         sqsManagedSseEnabled: true
         visibilityTimeoutSeconds: 90
     "
    `));
});
