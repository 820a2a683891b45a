import { RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { AwsSecretPlan } from '../../cloud/aws/secret';
import type { Parts } from './parts';

/** CDK constructs created for a secret. */
export interface RenderedSecret {
  readonly secret: Secret;
}

export function renderSecret(scope: Construct, plan: AwsSecretPlan, parts: Parts): RenderedSecret {
  const secret = new Secret(scope, 'Secret', {
    // No secret. CloudFormation stores it again only if it changes.
    secretStringValue: SecretValue.unsafePlainText(plan.placeholder),
    removalPolicy: plan.retain ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
  });
  parts.provide(plan.element, 'secret', { arn: secret.secretArn });
  return { secret };
}
