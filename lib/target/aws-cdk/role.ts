import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { AwsStatement } from '../../cloud/aws/grant';
import type { Parts } from './parts';

/** A role of code: who takes it on, and all that it may do. */
export interface RolePlan {
  readonly trusts: string;
  readonly statements: readonly AwsStatement[];
}

export function renderRole(scope: Construct, id: string, { trusts, statements }: RolePlan, parts: Parts): Role {
  return new Role(scope, id, {
    assumedBy: new ServicePrincipal(trusts),
    inlinePolicies: {
      Permissions: new PolicyDocument({ statements: statements.map((statement) => allow(statement, parts)) }),
    },
  });
}

const allow = ({ sid, actions, resources }: AwsStatement, parts: Parts): PolicyStatement =>
  new PolicyStatement({ sid, actions: [...actions], resources: resources.map((text) => parts.text(text)) });
