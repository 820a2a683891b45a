import { setTimeout as wait } from 'node:timers/promises';
import type { Case } from '../cases';
import type { Cloud } from '../cdk/cloud';
import { cdkRig } from '../cdk/rig';
import type { Row } from '../requests';
import { ask, type Answer } from './ask';
import type { Served } from './served';

/** The names of the needs that a cloud which runs functions stands on. */
export const amazonNeeds = ['ministack', 'node22', 'aws-sdk'];

/** Deploys an example with CDK's own command line, into a cloud that runs its functions. */
export async function deploy(one: Case, cloud: Cloud): Promise<Served> {
  const deployment = await cdkRig(() => cloud).open(one);
  const end = () => deployment.end();
  try {
    const outputs = await deployment.deploy();
    return {
      ask: (output, row) => askAt(String(outputs[output]), row, cloud),
      loseTables: () => loseTables(cloud),
      logged: (words) => logged(words, cloud),
      end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Deletes all tables of a cloud, which protects them as Triptych has asked it to. */
async function loseTables({ send }: Cloud): Promise<void> {
  const { TableNames } = await send<{ TableNames: readonly string[] }>('dynamodb', 'ListTables');
  for (const TableName of TableNames) {
    await send('dynamodb', 'UpdateTable', { TableName, DeletionProtectionEnabled: false });
    await send('dynamodb', 'DeleteTable', { TableName });
  }
}

/** Resolves when a log of a cloud holds some words; fails if none does within ten seconds. */
async function logged(words: RegExp, { send }: Cloud): Promise<void> {
  const { logGroups } = await send<{ logGroups: readonly { logGroupName: string }[] }>(
    'cloudwatch-logs',
    'DescribeLogGroups',
  );
  for (const until = Date.now() + 10_000; Date.now() < until; await wait(100)) {
    for (const { logGroupName } of logGroups) {
      const log = await send<{ events: readonly { message: string }[] }>('cloudwatch-logs', 'FilterLogEvents', {
        logGroupName,
      });
      if (log.events.some(({ message }) => words.test(message))) return;
    }
  }
  throw new Error(`no log holds ${words}`);
}

/** Asks at an address that a cloud has given out. */
export function askAt(address: string, row: Omit<Row, 'status' | 'answer'>, { gateway }: Cloud): Promise<Answer> {
  const [, host, api] = /^https?:\/\/(([^./]+)[^/]+)/.exec(address)!;
  // Asked by its host, an API of the gateway's would lose slashes of the path.
  return host!.includes('.execute-api.')
    ? ask(`${gateway}/_aws/execute-api/${api}/$default`, row)
    : ask(gateway, row, host);
}
