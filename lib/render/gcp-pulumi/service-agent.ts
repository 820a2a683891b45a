import { getProjectServiceAccountOutput } from '@pulumi/gcp/storage';
import type { GcpFoundationPlan } from '../../cloud/gcp/foundation';
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
