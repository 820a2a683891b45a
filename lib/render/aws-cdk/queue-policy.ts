import { PolicyDocument, PolicyStatement, ServicePrincipal, type AddToResourcePolicyResult } from 'aws-cdk-lib/aws-iam';
import { CfnQueuePolicy, Queue } from 'aws-cdk-lib/aws-sqs';
import type { AwsQueuePolicyPlan } from '../../cloud/aws/queue-policy';
import type { Parts } from './parts';

/**
 * A queue whose policy is a construct beside it, `QueuePolicy`, with the statements of the architecture and of the app.
 * SQS keeps one policy for each queue. CloudFormation creates a policy under a new logical id first, and then deletes the
 * old one, which empties the queue's policy. So the id never depends on whose statement is the first.
 *
 * @see "Queue policy removed from SQS queue on CloudFormation stack update" on Stack Overflow, with the calls of SQS
 * @see https://github.com/pulumi/pulumi-aws/issues/1923 the same calls from another engine
 */
export class QueueWithPolicy extends Queue {
  private ownPolicy?: CfnQueuePolicy;
  private readonly statements = new PolicyDocument();

  override addToResourcePolicy(statement: PolicyStatement): AddToResourcePolicyResult {
    this.statements.addStatements(statement);
    this.ownPolicy ??= this.createPolicy();
    return { statementAdded: true, policyDependable: this.ownPolicy };
  }

  private createPolicy(): CfnQueuePolicy {
    this.node.addValidation({ validate: () => this.statements.validateForResourcePolicy() });
    return new CfnQueuePolicy(this.node.scope!, 'QueuePolicy', {
      queues: [this.queueUrl],
      policyDocument: this.statements,
    });
  }
}

/** Adds statements for senders without a role to the queue's policy. */
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
