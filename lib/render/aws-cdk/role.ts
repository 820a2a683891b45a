import { ManagedPolicy, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { AwsStatement } from '../../cloud/aws/grant';
import type { AwsTrust } from '../../cloud/aws/trust';
import { literal, type Parts } from './parts';

/** A role for code: the service that assumes it, and its permissions. */
export interface RolePlan {
  readonly trusts: AwsTrust;
  /** Without statements, the role has no inline policy. */
  readonly statements: readonly AwsStatement[];
  /** A managed policy of AWS; absent: none is attached. */
  readonly managedPolicy?: string;
}

export function renderRole(scope: Construct, id: string, plan: RolePlan, parts: Parts): Role {
  const { trusts, statements, managedPolicy } = plan;
  const { permissionsBoundary, path } = parts.roles;
  return new Role(scope, id, {
    assumedBy: trusting(trusts, parts),
    ...(path && { path: literal(path) }),
    ...(permissionsBoundary && {
      permissionsBoundary: ManagedPolicy.fromManagedPolicyArn(scope, `${id}Boundary`, literal(permissionsBoundary)),
    }),
    ...(managedPolicy && { managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(managedPolicy)] }),
    ...(statements.length > 0 && {
      inlinePolicies: {
        Permissions: new PolicyDocument({ statements: statements.map((statement) => allow(statement, parts)) }),
      },
    }),
  });
}

/** The service that may assume a role, and the resources on whose behalf. */
const trusting = ({ service, source }: AwsTrust, parts: Parts): ServicePrincipal =>
  new ServicePrincipal(
    service,
    source && {
      conditions: {
        StringEquals: { 'aws:SourceAccount': parts.text(source.account) },
        ArnLike: { 'aws:SourceArn': parts.text(source.arn) },
      },
    },
  );

const allow = ({ sid, actions, resources }: AwsStatement, parts: Parts): PolicyStatement =>
  new PolicyStatement({ sid, actions: [...actions], resources: resources.map((text) => parts.text(text)) });
