import { CfnQueuePolicy } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { AwsQueuePolicyPlan } from '../../cloud/aws/queue-policy';
import type { Parts } from './parts';

/** Renders the policy of the queue in `scope`, for senders without a role. */
export function renderQueuePolicy(
  scope: Construct,
  { url, queue, senders }: AwsQueuePolicyPlan,
  parts: Parts,
): CfnQueuePolicy {
  return new CfnQueuePolicy(scope, 'QueuePolicy', {
    queues: [parts.text(url)],
    policyDocument: {
      Version: '2012-10-17',
      Statement: senders.map(({ principal, sourceArn }) => ({
        Effect: 'Allow',
        Principal: { Service: principal },
        Action: 'sqs:SendMessage',
        Resource: parts.text(queue),
        Condition: { ArnEquals: { 'aws:SourceArn': parts.text(sourceArn) } },
      })),
    },
  });
}
