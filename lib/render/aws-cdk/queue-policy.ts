import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { AwsQueuePolicyPlan } from '../../cloud/aws/queue-policy';
import type { Parts } from './parts';

/**
 * Adds statements for senders without a role to the queue's policy. SQS keeps one policy for each queue, so the queue's
 * own level-2 policy holds these statements and those that an app adds.
 */
export function renderQueuePolicy(queue: Queue, plan: AwsQueuePolicyPlan, parts: Parts): void {
  for (const { principal, sourceArn } of plan.senders) {
    queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(principal)],
        actions: ['sqs:SendMessage'],
        resources: [parts.text(plan.queue)],
        conditions: { ArnEquals: { 'aws:SourceArn': parts.text(sourceArn) } },
      }),
    );
  }
}
