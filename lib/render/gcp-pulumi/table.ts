import { Database, Field } from '@pulumi/gcp/firestore';
import type { GcpTablePlan } from '../../cloud/gcp/table';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** Pulumi resources created for a table. */
export interface RenderedTable {
  readonly database: Database;
}

const recovery = { on: 'POINT_IN_TIME_RECOVERY_ENABLED', off: 'POINT_IN_TIME_RECOVERY_DISABLED' };

export function renderTable(parent: Element, plan: GcpTablePlan, parts: Parts, { region }: Where): RenderedTable {
  const retainOnDelete = plan.retain;
  const database = new Database(
    `${parent.prefix}-database`,
    {
      name: plan.database,
      locationId: region,
      type: plan.mode,
      pointInTimeRecoveryEnablement: recovery[plan.pointInTimeRecovery ? 'on' : 'off'],
      deletionPolicy: plan.retain ? 'ABANDON' : 'DELETE',
      deleteProtectionState: plan.retain ? 'DELETE_PROTECTION_ENABLED' : 'DELETE_PROTECTION_DISABLED',
    },
    { parent, retainOnDelete, dependsOn: parts.needs(plan.needs) },
  );
  if (plan.ttlField) {
    new Field(
      `${parent.prefix}-time-to-live`,
      { database: database.name, collection: plan.collection, field: plan.ttlField, ttlConfig: {} },
      // A retained table keeps its time to live.
      { parent, retainOnDelete },
    );
  }
  parts.provide(plan.element, 'database', { name: database.name });
  return { database };
}
