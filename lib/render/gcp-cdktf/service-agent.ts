import { DataGoogleStorageProjectServiceAccount } from '@cdktf/provider-google/lib/data-google-storage-project-service-account';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { GcpFoundationPlan } from '../../cloud/gcp/foundation';
import type { GcpAgentPlan } from '../../cloud/gcp/service-agent';
import type { Parts } from './parts';
import { load, providerFor } from './provider';
import type { Where } from './where';

/** Looks up Cloud Storage's service agent. */
export function renderStorageAgent(
  scope: Construct,
  { needs }: NonNullable<GcpFoundationPlan['storageAgent']>,
  parts: Parts,
  { project }: Where,
): void {
  const dependsOn = parts.needs(needs);
  const { member } = new DataGoogleStorageProjectServiceAccount(scope, 'StorageAgent', { project, dependsOn });
  parts.provide('foundation', 'storageAgent', { member });
}

/** Creates Pub/Sub's service agent, which only Google's beta provider can. */
export function renderPubSubAgent(
  scope: Construct,
  { service, needs }: GcpAgentPlan,
  parts: Parts,
  { project }: Where,
): ITerraformDependable {
  const { GoogleProjectServiceIdentity } = load(
    scope,
    'google-beta',
    () =>
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- an app without queues doesn't have the package
      require('@cdktf/provider-google-beta/lib/google-project-service-identity') as typeof import('@cdktf/provider-google-beta/lib/google-project-service-identity'),
  );
  return new GoogleProjectServiceIdentity(scope, 'PubsubAgent', {
    provider: providerFor(scope, 'google-beta'),
    project,
    service,
    dependsOn: parts.needs(needs),
  });
}
