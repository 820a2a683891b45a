import type { ElementId } from '../../model/name';
import { equal } from '../resource';
import type { Statement } from '../policy';

const reading = ['BatchGetItem', 'ConditionCheckItem', 'DescribeTable', 'GetItem', 'Query', 'Scan'];
const writing = ['BatchWriteItem', 'DeleteItem', 'DescribeTable', 'PutItem', 'UpdateItem'];

/** What a set of DynamoDB's actions comes to; any other set has no meaning. */
const tableVerbs: readonly (readonly [actions: readonly string[], verb: string])[] = [
  [reading, 'read'],
  [writing, 'write'],
  [[...reading, ...writing], 'readwrite'],
];

/**
 * What statements allow beyond the logs, in the model's words. One that means nothing, a second one for the same
 * element, or missing logs: `undefined`.
 */
export function readUses(
  allowed: readonly Statement[],
  logs: unknown,
  tableAt: (resource: unknown) => ElementId | undefined,
): Record<string, string> | undefined {
  const uses: Record<string, string> = {};
  let writesLogs = false;
  for (const { actions, resources } of allowed) {
    if (!writesLogs && equal(actions, ['logs:CreateLogStream', 'logs:PutLogEvents']) && equal(resources, [logs])) {
      writesLogs = true;
      continue;
    }
    const table = resources.length === 1 ? tableAt(resources[0]) : undefined;
    const verb = tableVerbs.find(([right]) =>
      sameSet(
        right.map((action) => `dynamodb:${action}`),
        actions,
      ),
    )?.[1];
    if (!table || !verb || uses[table]) return undefined;
    uses[table] = verb;
  }
  return writesLogs ? uses : undefined;
}

function sameSet(right: readonly string[], found: readonly string[]): boolean {
  const wanted = new Set(right);
  return wanted.size === found.length && new Set(found).size === found.length && found.every((one) => wanted.has(one));
}
