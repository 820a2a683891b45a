import { NestedStack, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AwsPlan } from '../../cloud/aws/architecture';
import { secondPolicies, silencedAlarms } from './app-policy';
import { secondScaling } from './app-scaling';
import { notifiedBy } from './topic-policy';
import { AppView } from './app-view';
import { warnOfApp } from './app-warning';

/** Reports at the end of a synthesis what an app added or changed, where it would stop an element from working. */
export function checkApp(scope: Construct, plan: AwsPlan): void {
  scope.node.addValidation({
    validate: () => {
      const view = new AppView(scope);
      warnOfApp(view, plan);
      return [
        ...secondPolicies(view),
        ...silencedAlarms(view, notifiedBy(plan)),
        ...secondScaling(view, plan),
        ...missingParameters(scope),
      ];
    },
  });
}

/** The parameters for the network, which a nested stack only has if the app passes them on. */
function missingParameters(scope: Construct): string[] {
  const stack = Stack.of(scope);
  if (!(stack instanceof NestedStack)) return [];
  const given = Object.keys((stack as unknown as { readonly parameters: object }).parameters);
  const missing = ['DefaultVpcId', 'DefaultSubnetIds'].filter((id) => isIn(scope, id) && !given.includes(id));
  return missing.length === 0
    ? []
    : [
        `foundation.network: must be passed on to a nested stack, got no ${missing.join(' and no ')} (set them in ` +
          '`parameters` of the NestedStack, or give the app an account and a region, so that CDK looks them up)',
      ];
}

const isIn = (scope: Construct, id: string): boolean =>
  scope.node.tryFindChild('foundation')?.node.tryFindChild(id) !== undefined;
