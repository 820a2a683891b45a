import type { CfnSubscription } from 'aws-cdk-lib/aws-sns';

/**
 * Acknowledges the rule of CloudFormation's validation that the endpoint of a subscription has to be a function's ARN:
 * an alias is invoked by the ARN that its `Ref` is. As metadata, which older versions of CDK ignore, and without a stack
 * trace, which would hold paths of this machine.
 */
export function acknowledge(subscription: CfnSubscription): void {
  subscription.node.addMetadata('aws:cdk:acknowledged-rules', {
    'CloudFormation-Validate::W3694': "the alias's Ref is an ARN that SNS can invoke",
  });
}
