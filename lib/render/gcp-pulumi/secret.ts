import { Secret, SecretVersion } from '@pulumi/gcp/secretmanager';
import { unsecret, type ResourceTransformation } from '@pulumi/pulumi';
import type { GcpSecretPlan } from '../../cloud/gcp/secret';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Pulumi resources created for a secret. */
export interface RenderedSecret {
  readonly secret: Secret;
  /** The first version, which holds the placeholder. Later versions are not managed here. */
  readonly placeholder: SecretVersion;
}

export function renderSecret(parent: Element, plan: GcpSecretPlan, parts: Parts): RenderedSecret {
  const secret = new Secret(
    `${parent.prefix}-secret`,
    {
      secretId: plan.name,
      replication: { userManaged: { replicas: plan.storedIn.map((text) => ({ location: parts.text(text) })) } },
      labels: plan.labels,
      deletionProtection: plan.retain,
    },
    { parent, retainOnDelete: plan.retain, dependsOn: parts.needs(plan.needs) },
  );
  const placeholder = new SecretVersion(
    `${parent.prefix}-secret-placeholder`,
    {
      secret: secret.id,
      secretData: plan.placeholder,
      // Versions go with their secret, or stay with it.
      deletionPolicy: 'ABANDON',
    },
    {
      parent,
      // It may be switched off once there is a value.
      ignoreChanges: ['secretData', 'enabled'],
      transformations: [showPlaceholder],
    },
  );
  parts.provide(plan.element, 'secret', { id: secret.id });
  parts.fill(plan.element, placeholder);
  return { secret, placeholder };
}

/** The SDK hides the content of a version. The placeholder is no secret, and people should see it. */
const showPlaceholder: ResourceTransformation = ({ props, opts }) => ({
  props: { ...props, secretData: unsecret(props.secretData) },
  opts,
});
