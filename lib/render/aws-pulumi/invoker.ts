import { Permission } from '@pulumi/aws/lambda';
import type { AwsInvoker } from '../../cloud/aws/invoker';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Allows a caller to invoke the function whose component is `parent`. */
export function renderInvoker(parent: Element, plan: AwsInvoker, parts: Parts): Permission {
  return new Permission(
    `${parent.prefix}-invoke-${plan.id}`,
    {
      action: plan.action,
      // The provider takes the alias's ARN apart.
      function: parts.token({ ...plan.on, attribute: 'function' }),
      qualifier: parts.token({ ...plan.on, attribute: 'qualifier' }),
      principal: plan.principal,
      sourceArn: plan.sourceArn && parts.text(plan.sourceArn),
      functionUrlAuthType: plan.urlAuth,
      invokedViaFunctionUrl: plan.throughUrl,
    },
    { parent },
  );
}
