import { Table } from '@pulumi/aws/dynamodb';
import type { AwsTablePlan } from '../../cloud/aws/table';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** Pulumi resources created for a table. */
export interface RenderedTable {
  readonly table: Table;
}

export function renderTable(
  parent: Element,
  plan: AwsTablePlan,
  parts: Parts,
  tags: Record<string, string> | undefined,
): RenderedTable {
  const { partitionKey, sortKey } = plan;
  const table = new Table(
    `${parent.prefix}-table`,
    {
      attributes: [partitionKey, ...(sortKey ? [sortKey] : [])],
      hashKey: partitionKey.name,
      rangeKey: sortKey?.name,
      ttl: plan.ttlAttribute === undefined ? undefined : { attributeName: plan.ttlAttribute, enabled: true },
      billingMode: plan.billing,
      pointInTimeRecovery: { enabled: plan.pointInTimeRecovery },
      deletionProtectionEnabled: plan.retain,
      tags,
    },
    { parent, retainOnDelete: plan.retain },
  );
  parts.provide(plan.element, 'table', { arn: table.arn, name: table.name });
  return { table };
}
