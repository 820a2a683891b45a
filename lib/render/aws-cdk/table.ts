import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, type Attribute } from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import type { AwsKey, AwsTablePlan } from '../../cloud/aws/table';
import type { Parts } from './parts';

/** CDK constructs created for a table. */
export interface RenderedTable {
  readonly table: Table;
}

const types = { S: AttributeType.STRING, N: AttributeType.NUMBER };
const billingModes = { PAY_PER_REQUEST: BillingMode.PAY_PER_REQUEST };

export function renderTable(scope: Construct, plan: AwsTablePlan, parts: Parts): RenderedTable {
  const table = new Table(scope, 'Table', {
    partitionKey: attribute(plan.partitionKey),
    sortKey: plan.sortKey && attribute(plan.sortKey),
    timeToLiveAttribute: plan.ttlAttribute,
    billingMode: billingModes[plan.billing],
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: plan.pointInTimeRecovery },
    deletionProtection: plan.retain,
    removalPolicy: plan.retain ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  parts.provide(plan.element, 'table', { arn: table.tableArn, name: table.tableName });
  return { table };
}

const attribute = ({ name, type }: AwsKey): Attribute => ({ name, type: types[type] });
