import { QueuePolicy } from '@pulumi/aws/sqs';
import { jsonStringify } from '@pulumi/pulumi';
import type { AwsQueuePolicyPlan } from '../../cloud/aws/queue-policy';
import { part } from '../../cloud/part';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Renders the policy of the queue whose component is `parent`, for senders without a role. */
export function renderQueuePolicy(
  parent: Element,
  { element, queue, senders }: AwsQueuePolicyPlan,
  parts: Parts,
): QueuePolicy {
  return new QueuePolicy(
    `${parent.prefix}-queue-policy`,
    {
      queueUrl: parts.token(part(element, 'queue', 'url')),
      policy: jsonStringify({
        Version: '2012-10-17',
        Statement: senders.map(({ principal, sourceArn }) => ({
          Effect: 'Allow',
          Principal: { Service: principal },
          Action: 'sqs:SendMessage',
          Resource: parts.text(queue),
          Condition: { ArnEquals: { 'aws:SourceArn': parts.text(sourceArn) } },
        })),
      }),
    },
    { parent },
  );
}
