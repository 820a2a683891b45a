import { App, Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ServerlessArchitecture } from '../../../lib/render/aws-cdk';
import type { Json } from '../../mutation/artefact';
import { stage, temporaryFolder } from '../../rendering';
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

describe('the policy of a queue on aws-cdk', () => {
  /** The statements' principals by the policy's logical id, with or without senders of the model and of the app. */
  function policies(isDeadLetter: boolean, hasStatement: boolean): Record<string, string[]> {
    const architecture = stage({
      text: `
name: shop
functions:
  notify:
    runtime: nodejs22
    code: code
    handler: index.handler
    triggers: [{ topic: events }]
    ${isDeadLetter ? 'retry: { deadLetter: failed }' : ''}
topics: { events: {} }
queues: { failed: {} }`,
    });
    const stack = new Stack(new App({ outdir: temporaryFolder(), analyticsReporting: false }), 'Own');
    const shop = new ServerlessArchitecture<string>(stack, 'Architecture', { architecture });
    const { queue } = shop.queues['failed']!;
    if (hasStatement) {
      const principals = [new AccountRootPrincipal()];
      const statement = { principals, actions: ['sqs:SendMessage'], resources: [queue.queueArn] };
      queue.addToResourcePolicy(new PolicyStatement(statement));
    }
    const { Resources: resources } = stack['_toCloudFormation']() as { Resources: Record<string, Json> };
    return Object.fromEntries(
      Object.entries(stack.resolve(resources) as Record<string, Json>)
        .filter(([, { Type: type }]) => type === 'AWS::SQS::QueuePolicy')
        .map(([id, { Properties: properties }]) => [
          id,
          properties.PolicyDocument.Statement.map(({ Principal: by }: Json) => Object.keys(by).join()),
        ]),
    );
  }

  // CloudFormation would delete a policy with another id after it created this one, and empty the queue's policy.
  const id = 'ArchitecturequeuesfailedQueuePolicyE7B96B4A';

  it.each([
    [true, false, ['Service']],
    [true, true, ['Service', 'AWS']],
    [false, true, ['AWS']],
  ])('has one logical id: dead letters %s, statements of the app %s', (isDeadLetter, hasStatement, principals) =>
    expect(policies(isDeadLetter, hasStatement)).toEqual({ [id]: principals }),
  );

  it('is absent without statements', () => expect(policies(false, false)).toEqual({}));
});
