import { CfnRule, Fn } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** Lets a template with empty archives be looked at, and not deployed: CloudFormation checks rules before anything else. */
export function refuseEmptyArchives(scope: Construct, functions: readonly string[]): void {
  new CfnRule(scope, 'CodeIsThere', {
    assertions: [
      {
        assert: Fn.conditionEquals('left out', 'there'),
        assertDescription: `the code of ${functions.join(', ')} was left out: build it, and synthesize without withoutCode`,
      },
    ],
  });
}
