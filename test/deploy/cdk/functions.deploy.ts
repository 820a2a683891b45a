import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ask, promised, said } from '../answers/ask';
import { caseNamed, unbuilt } from '../cases';
import { standingOn } from '../prepared';
import { addressesOf } from '../requests';
import { standing, startCloud, type Cloud } from './cloud';
import { calledAs, functionNamed, provisionedOn, type Statement } from './lambda';
import { CdkDeployment } from './rig';

// What was deployed is used: functions run, IAM is enforced.

standingOn(standing, 'functions that cdk has deployed', () => {
  let cloud: Cloud;
  let counter: CdkDeployment;
  let endpoint: string;
  let name: string;

  beforeAll(async () => {
    cloud = await startCloud();
    counter = await CdkDeployment.open(caseNamed('provisioned-node'), cloud);
    counter.parameters = {};
    endpoint = String((await counter.deploy())['endpoint']);
    name = await functionNamed('provisioned-node', cloud);
  });
  afterAll(async () => {
    await counter?.end();
    await cloud?.end();
  });

  const get = async (path: string): Promise<unknown> =>
    said(await ask(cloud.gateway, { method: 'GET', path }, new URL(endpoint).host)).body;
  const versionOfAlias = async (): Promise<unknown> =>
    (await cloud.send<Record<string, unknown>>('lambda', 'GetAlias', { FunctionName: name, Name: 'live' }))[
      'FunctionVersion'
    ];

  test('count requests that come through the API, in their table', async () => {
    expect([await get('/orders'), await get('/orders')]).toEqual([
      { path: '/orders', count: 1 },
      { path: '/orders', count: 2 },
    ]);
    expect(await items(cloud)).toEqual([{ id: { S: '%2Forders' }, count: { N: '2' } }]);
  });

  test('hold no workers ready where none are asked for', async () => {
    expect(await provisionedOn('live', name, cloud)).toBeUndefined();
  });

  test('hold as many ready as are asked for, on the alias, and keep counting', async () => {
    counter.parameters = { provisionedConcurrency: 2 };
    await counter.deploy();
    const two = { Status: 'READY', AvailableProvisionedConcurrentExecutions: 2 };
    expect(await provisionedOn('live', name, cloud)).toEqual(two);
    expect(await versionOfAlias()).toBe('1');
    expect(await get('/orders')).toEqual({ path: '/orders', count: 3 });
  });

  test('answer with new code once it is deployed, and hold that ready; and reach only what they were granted', async () => {
    edit(counter.file, 'node/counter.js', 'json(200, { path,', 'json(200, { edition: 2, path,');
    edit(counter.file, 'node/lambda.js', 'exports.handler = async (event) => {', trespass);
    await counter.deploy();
    expect(await get('/orders')).toEqual({ edition: 2, path: '/orders', count: 4 });
    expect(await versionOfAlias()).toBe('2');
    expect(await provisionedOn('live', name, cloud)).toMatchObject({ AvailableProvisionedConcurrentExecutions: 2 });
    expect(await get('/trespass')).toEqual(['AccessDeniedException', 'AccessDeniedException']);
  });

  test('are deployed again without a change, as the command line says itself', async () => {
    const { code, err } = await counter.run('deploy', '--require-approval', 'never');
    expect(err).toContain('provisioned-node (no changes)');
    expect(code).toBe(0);
  });

  test('are granted single actions, on their own table and log group alone', async () => {
    const role = (await cloud.send<{ Role: string }>('lambda', 'GetFunctionConfiguration', { FunctionName: name }))
      .Role;
    const RoleName = role.split('/').at(-1);
    const attached = await cloud.send<object>('iam', 'ListAttachedRolePolicies', { RoleName });
    expect(attached).toMatchObject({ AttachedPolicies: [] });
    const statements = await statementsOf(RoleName, cloud);
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
    const resources = statements.flatMap(({ Resource }) => Resource);
    expect(resources.map((arn) => arn.split(':')[2])).toEqual(['logs', 'dynamodb']);
    expect(resources[1]).toMatch(/:table\/provisioned-node-[\w-]+$/);
  });

  const polyglot = caseNamed('polyglot');
  const why = unbuilt(polyglot, 'aws');
  if (why !== undefined) test.skip(`SKIPPED: functions with addresses of their own: ${why}`, () => undefined);
  else {
    describe('at addresses of their own', () => {
      let outputs: Readonly<Record<string, unknown>>;
      beforeAll(async () => {
        const deployment = await CdkDeployment.open(polyglot, cloud);
        outputs = await deployment.deploy();
        await deployment.end();
      });

      test.each(addressesOf(polyglot))('answer everybody, as is promised for $output', async ({ output, rows }) => {
        for (const row of rows) {
          const answer = await ask(cloud.gateway, row, new URL(String(outputs[output])).host);
          expect({ row, ...said(answer) }).toEqual({ row, ...promised(row) });
        }
      });
    });
  }

  test('are called by their aliases alone, by all that calls them', async () => {
    const called = await calledAs(cloud);
    // An API with its permission, and two URLs with two permissions each, where they are.
    expect(called).toHaveLength(why === undefined ? 2 + 2 * 3 : 2);
    expect(called.filter((arn) => !/(^|:)function:[\w-]+:live$/.test(arn))).toEqual([]);
  });
});

/** Code in the place of a handler's first line, which tries what wasn't granted, and tells how each try ended. */
const trespass = `const sdk = require('@aws-sdk/client-dynamodb');
exports.handler = async (event) => {
  if (event.rawPath === '/trespass') {
    const tries = [
      new sdk.DeleteTableCommand({ TableName: process.env.COUNTER_TABLE }),
      new sdk.GetItemCommand({ TableName: 'neighbour', Key: { id: { S: '1' } } }),
    ];
    const ends = await Promise.all(tries.map((one) => client.send(one).then(() => 'done', ({ name }) => name)));
    return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(ends) };
  }`;

/** Changes a file beside an architecture's. */
function edit(architecture: string, path: string, from: string, to: string): void {
  const file = join(dirname(architecture), path);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

async function items({ send }: Cloud): Promise<unknown> {
  const { TableNames } = await send<{ TableNames: readonly string[] }>('dynamodb', 'ListTables');
  expect(TableNames).toHaveLength(1);
  return (await send<{ Items: unknown }>('dynamodb', 'Scan', { TableName: TableNames[0] })).Items;
}

async function statementsOf(RoleName: string | undefined, { send }: Cloud): Promise<readonly Statement[]> {
  const { PolicyNames } = await send<{ PolicyNames: readonly string[] }>('iam', 'ListRolePolicies', { RoleName });
  const policies = await Promise.all(
    PolicyNames.map((PolicyName) => send<{ PolicyDocument: string }>('iam', 'GetRolePolicy', { RoleName, PolicyName })),
  );
  return policies.flatMap(
    ({ PolicyDocument }) => (JSON.parse(decodeURIComponent(PolicyDocument)) as { Statement: Statement[] }).Statement,
  );
}
