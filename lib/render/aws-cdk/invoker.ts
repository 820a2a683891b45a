import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { AwsInvoker } from '../../cloud/aws/invoker';
import { pascalCase } from '../../model/name';
import type { Parts } from './parts';

/** Allows a caller to invoke the function in `scope`. */
export function renderInvoker(scope: Construct, plan: AwsInvoker, parts: Parts): CfnPermission {
  return new CfnPermission(scope, `Invoke${pascalCase(plan.id)}`, {
    action: plan.action,
    functionName: parts.token(plan.on),
    principal: plan.principal,
    sourceArn: plan.sourceArn && parts.text(plan.sourceArn),
    functionUrlAuthType: plan.urlAuth,
    invokedViaFunctionUrl: plan.throughUrl,
  });
}
