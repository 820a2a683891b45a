import { FirestoreDatabase } from '@cdktf/provider-google/lib/firestore-database';
import { FirestoreField } from '@cdktf/provider-google/lib/firestore-field';
import type { Construct } from 'constructs';
import type { GcpTablePlan } from '../../cloud/gcp/table';
import type { Parts } from './parts';
import type { Where } from './where';

/** CDKTF constructs created for a table. */
export interface RenderedTable {
  readonly database: FirestoreDatabase;
}

const recovery = { on: 'POINT_IN_TIME_RECOVERY_ENABLED', off: 'POINT_IN_TIME_RECOVERY_DISABLED' };

export function renderTable(scope: Construct, plan: GcpTablePlan, parts: Parts, { region }: Where): RenderedTable {
  const database = new FirestoreDatabase(scope, 'Database', {
    name: plan.database,
    locationId: region,
    type: plan.mode,
    pointInTimeRecoveryEnablement: recovery[plan.pointInTimeRecovery ? 'on' : 'off'],
    deletionPolicy: plan.retain ? 'ABANDON' : 'DELETE',
    deleteProtectionState: plan.retain ? 'DELETE_PROTECTION_ENABLED' : 'DELETE_PROTECTION_DISABLED',
    dependsOn: parts.needs(plan.needs),
  });
  if (plan.ttlField) {
    new FirestoreField(scope, 'TimeToLive', {
      database: database.name,
      collection: plan.collection,
      field: plan.ttlField,
      ttlConfig: {},
      // A retained table keeps its time to live. Terraform's deletion of this resource switches it off.
      lifecycle: { preventDestroy: plan.retain },
    });
  }
  parts.provide(plan.element, 'database', { name: database.name });
  return { database };
}
