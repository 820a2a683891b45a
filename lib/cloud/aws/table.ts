import type { ResolvedTable } from '../../model/table';
import { elementId, type ElementId } from '../../model/name';

/** A DynamoDB key's attribute. */
export interface AwsKey {
  readonly name: string;
  readonly type: 'S' | 'N';
}

/** A DynamoDB table, with every decision made. */
export interface AwsTablePlan extends Pick<ResolvedTable, 'ttlAttribute' | 'pointInTimeRecovery' | 'retain'> {
  readonly element: ElementId;
  readonly partitionKey: AwsKey;
  readonly sortKey?: AwsKey;
  readonly billing: 'PAY_PER_REQUEST';
}

export function planTable(name: string, spec: ResolvedTable): AwsTablePlan {
  return {
    element: elementId('tables', name),
    partitionKey: key(spec.partitionKey),
    ...(spec.sortKey && { sortKey: key(spec.sortKey) }),
    ...(spec.ttlAttribute && { ttlAttribute: spec.ttlAttribute }),
    billing: 'PAY_PER_REQUEST',
    pointInTimeRecovery: spec.pointInTimeRecovery,
    retain: spec.retain,
  };
}

const key = ({ name, type }: ResolvedTable['partitionKey']): AwsKey => ({ name, type: type === 'string' ? 'S' : 'N' });
