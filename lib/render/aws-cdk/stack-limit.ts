import { CfnResource, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { perStack } from '../../cloud/aws/stack-limits';
import { perTemplate } from '../../cloud/aws/template-limits';

/** Reports a stack that is too large, where CDK fails without saying what to do, or only warns. */
export function limitStack(scope: Construct): void {
  scope.node.addValidation({
    validate: () => {
      const stack = Stack.of(scope);
      return [...resourceProblems(scope, stack), ...templateProblems(stack)];
    },
  });
}

/** A stack can have too many resources because an app adds its own. */
function resourceProblems(scope: Construct, stack: Stack): string[] {
  const resources = stack.node.findAll().filter((one) => CfnResource.isCfnResource(one) && one.stack === stack);
  const own = scope.node.findAll().filter((one) => CfnResource.isCfnResource(one)).length;
  if (resources.length <= perStack.resources) return [];
  return [
    `the stack must have at most ${perStack.resources} resources, got ${resources.length}: ${own} of this ` +
      "architecture, and the app's own (CloudFormation's limit; move other constructs into a stack of their own)",
  ];
}

/** CDK writes a template with line breaks and spaces, unless it is told otherwise, and CloudFormation counts them. */
function templateProblems(stack: Stack): string[] {
  // What CDK itself writes; only the check for the bootstrap stack is added later.
  const template: unknown = stack['_toCloudFormation']();
  const isDense = stack['_suppressTemplateIndentation'];
  const bytes = Buffer.byteLength(JSON.stringify(template, undefined, isDense ? undefined : 1), 'utf8');
  if (bytes <= perTemplate) return [];
  return [
    `the stack's template must be at most ${perTemplate} bytes, got ${bytes} (CloudFormation's limit; split the ` +
      "architecture, or let the code read large values, such as a schedule's input, from a bucket)",
  ];
}
