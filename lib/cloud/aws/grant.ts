import type { ElementId } from '../../model/name';
import { splitElementId } from '../../model/name';
import { part, type PlanText } from '../part';

/** A statement of a policy that allows single actions on single resources. */
export interface AwsStatement {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly PlanText[];
}

const read = [
  'dynamodb:BatchGetItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:DescribeTable',
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:Scan',
];
const write = [
  'dynamodb:BatchWriteItem',
  'dynamodb:DeleteItem',
  'dynamodb:DescribeTable',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
];

/** What a verb on a table allows on DynamoDB. */
const tableActions = {
  read,
  write,
  readwrite: [...new Set([...read, ...write])].sort(),
};

/** One statement for each element that another one uses. */
export function planGrants(uses: Readonly<Record<ElementId, keyof typeof tableActions>>): AwsStatement[] {
  return (Object.keys(uses) as ElementId[]).sort().map((id) => ({
    sid: statementId(id),
    actions: tableActions[uses[id]!],
    resources: [[part(id, 'table', 'arn')]],
  }));
}

/** Statement ids hold letters and digits only: `tables.my-items` → `UseTablesMyItems`. */
function statementId(id: ElementId): string {
  const { kind, name } = splitElementId(id);
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return `Use${capital(kind)}${name.split('-').map(capital).join('')}`;
}
