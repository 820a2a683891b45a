import { DataGoogleStorageProjectServiceAccount } from '@cdktf/provider-google/lib/data-google-storage-project-service-account';
import type { Construct } from 'constructs';
import type { GcpFoundationPlan } from '../../cloud/gcp/foundation';
import type { Parts } from './parts';
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
