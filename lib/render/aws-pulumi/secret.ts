import { Secret, SecretVersion } from '@pulumi/aws/secretsmanager';
import { unsecret, type ResourceTransformation } from '@pulumi/pulumi';
import type { AwsSecretPlan } from '../../cloud/aws/secret';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Pulumi resources created for a secret. */
export interface RenderedSecret {
  readonly secret: Secret;
  /** The first version, which holds the placeholder. Later versions are not managed here. */
  readonly placeholder: SecretVersion;
}

export function renderSecret(
  parent: Element,
  plan: AwsSecretPlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): RenderedSecret {
  const secret = new Secret(`${parent.prefix}-secret`, { tags }, { parent, retainOnDelete: plan.retain });
  const placeholder = new SecretVersion(
    `${parent.prefix}-secret-placeholder`,
    {
      secretId: secret.id,
      secretString: plan.placeholder,
      // A version that lost its last label is deleted, and the next deployment would put it back as the newest.
      versionStages: ['AWSCURRENT', 'placeholder'],
    },
    {
      parent,
      // The current version changes as soon as a value is set.
      ignoreChanges: ['secretString', 'versionStages'],
      // Versions go with their secret, or stay with it.
      retainOnDelete: true,
      transformations: [showPlaceholder],
    },
  );
  parts.provide(plan.element, 'secret', { arn: secret.arn });
  parts.fill(plan.element, placeholder);
  return { secret, placeholder };
}

/** The SDK hides the content of a version. The placeholder is no secret, and people should see it. */
const showPlaceholder: ResourceTransformation = ({ props, opts }) => ({
  props: { ...props, secretString: unsecret(props.secretString) },
  opts,
});
