import { ServiceIdentity } from '@pulumi/gcp/projects';
import { getProjectServiceAccountOutput } from '@pulumi/gcp/storage';
import type { GcpFoundationPlan } from '../../cloud/gcp/foundation';
import type { GcpAgentPlan } from '../../cloud/gcp/service-agent';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** Looks up Cloud Storage's service agent. */
export function renderStorageAgent(
  parent: Element,
  { needs }: NonNullable<GcpFoundationPlan['storageAgent']>,
  parts: Parts,
  { project }: Where,
): void {
  const { member } = getProjectServiceAccountOutput({ project }, { parent, dependsOn: parts.needs(needs) });
  parts.provide('foundation', 'storageAgent', { member });
}

/** Creates Pub/Sub's service agent. */
export const renderPubSubAgent = (
  parent: Element,
  { service, needs }: GcpAgentPlan,
  parts: Parts,
  { project }: Where,
): ServiceIdentity =>
  new ServiceIdentity(`${parent.prefix}-pubsub-agent`, { project, service }, { parent, dependsOn: parts.needs(needs) });
