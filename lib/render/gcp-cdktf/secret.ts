import { SecretManagerSecret } from '@cdktf/provider-google/lib/secret-manager-secret';
import { SecretManagerSecretVersion } from '@cdktf/provider-google/lib/secret-manager-secret-version';
import type { Construct } from 'constructs';
import type { GcpSecretPlan } from '../../cloud/gcp/secret';
import type { Parts } from './parts';

/** CDKTF constructs created for a secret. */
export interface RenderedSecret {
  readonly secret: SecretManagerSecret;
  /** The first version, which holds the placeholder. Later versions are not managed here. */
  readonly placeholder: SecretManagerSecretVersion;
}

export function renderSecret(scope: Construct, plan: GcpSecretPlan, parts: Parts): RenderedSecret {
  const secret = new SecretManagerSecret(scope, 'Secret', {
    secretId: plan.name,
    replication: { userManaged: { replicas: plan.storedIn.map((text) => ({ location: parts.text(text) })) } },
    labels: plan.labels,
    deletionProtection: plan.retain,
    lifecycle: { preventDestroy: plan.retain },
    dependsOn: parts.needs(plan.needs),
  });
  const placeholder = new SecretManagerSecretVersion(scope, 'SecretPlaceholder', {
    secret: secret.id,
    secretData: plan.placeholder,
    // Versions go with their secret, or stay with it.
    deletionPolicy: 'ABANDON',
    // It may be switched off once there is a value.
    lifecycle: { ignoreChanges: ['secret_data', 'enabled'] },
  });
  parts.provide(plan.element, 'secret', { id: secret.id });
  parts.fill(plan.element, placeholder);
  return { secret, placeholder };
}
