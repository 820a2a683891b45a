import { CfnResource, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const resourcesPerStack = 500;

/** Reports a stack that has too many resources, because an app adds its own, before CDK fails without saying what to do. */
export function limitResources(scope: Construct): void {
  scope.node.addValidation({
    validate: () => {
      const stack = Stack.of(scope);
      const resources = stack.node.findAll().filter((one) => CfnResource.isCfnResource(one) && one.stack === stack);
      const own = scope.node.findAll().filter((one) => CfnResource.isCfnResource(one)).length;
      if (resources.length <= resourcesPerStack) return [];
      return [
        `the stack must have at most ${resourcesPerStack} resources, got ${resources.length}: ${own} of this ` +
          "architecture, and the app's own (CloudFormation's limit; move other constructs into a stack of their own)",
      ];
    },
  });
}
