import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn } from '../../projects/run';
import { caseNamed } from '../cases';
import { AmazonShop, linesOf } from '../orders/amazon';
import { secondsUntil } from '../orders/shop';
import { tellOfOrders } from '../orders/story';
import { standingOn } from '../prepared';
import { until } from '../until';
import { standing, startCloud, type Cloud } from './cloud';
import { functionNamed, type Statement } from './lambda';
import { CdkDeployment } from './rig';

// What comes of an order behind its API, as the services of AWS call one another; each asks whether it may.

standingOn(standing, 'orders that cdk has deployed', () => {
  let cloud: Cloud;
  let deployment: CdkDeployment;
  let shop: AmazonShop;
  beforeAll(async () => {
    cloud = await startCloud();
    deployment = await CdkDeployment.open(caseNamed('orders'), cloud);
    shop = new AmazonShop(cloud, await deployment.deploy());
  });
  afterAll(async () => {
    await deployment?.end();
    await cloud?.end();
  });

  tellOfOrders(() => shop);

  describe('a secret', () => {
    const value = 'set by hand, and by nobody else';
    const told = (): Promise<{ SecretString: string }> =>
      cloud.send('secrets-manager', 'GetSecretValue', { SecretId: shop.outputs['signingKey'] });
    let said: string;

    test('keeps the value that was put into it, whatever is deployed', async () => {
      await shop.sign(value);
      const places = { SECRET: shop.outputs['signingKey'], JOBS: await shop.jobs(), REPORTS: shop.outputs['reports'] };
      const written = Object.entries(places).reduce(
        (code, [name, place]) => code.replace(name, String(place)),
        trespass,
      );
      edit('node/event.js', 'const { order, status } = JSON.parse(text);', written);
      edit('node/lambda.js', 'notify(Sns.Message)', 'await notify(Sns.Message)');
      edit('architecture.yaml', 'example: orders', 'example: edited');
      const { code, out, err } = await deployment.run('deploy', '--require-approval', 'never', '--verbose');
      said = out + err;
      expect(code).toBe(0);
      expect((await told()).SecretString).toBe(value);
    });

    test('is in no artefact, in nothing that the deployment says, in no template, environment or log', async () => {
      const { logGroups } = await cloud.send<{ logGroups: { logGroupName: string }[] }>(
        'cloudwatch-logs',
        'DescribeLogGroups',
      );
      const logs = await Promise.all(logGroups.map(({ logGroupName }) => linesOf(logGroupName, cloud)));
      expect(logs.flat().length).toBeGreaterThan(0);
      const functions = await cloud.send<{ Functions: unknown[] }>('lambda', 'ListFunctions');
      const template = await cloud.send('cloudformation', 'GetTemplate', { StackName: 'orders' });
      const places = { files: filesIn(deployment.assembly), said, logs, functions, template };
      // The worker has signed with the first value, and knows the secret's name: that is what is found.
      expect(JSON.stringify(places)).toContain(String(shop.outputs['signingKey']));
      for (const secret of [value, 'a key that nobody else has']) expect(JSON.stringify(places)).not.toContain(secret);
    });
  });

  test('a function reaches only what it was granted', async () => {
    const order = { order: 'trespass', status: 'done', signature: '' };
    await shop.publish(JSON.stringify(order));
    const lines = await until('what the function tried', async () => {
      const found = await shop.logged('notify', 'ends');
      return found.length > 0 ? found : undefined;
    });
    const denied = { secret: 'AccessDeniedException', jobs: 'AccessDenied', reports: 'AccessDenied' };
    expect(JSON.parse(lines[0]!)).toMatchObject({ ends: denied });
  });

  describe('where a service may not call any more, nothing is lost', () => {
    const taken = () => until('a dead letter', () => shop.takeFailed('failed'));

    test.each([
      ['a message of a topic', 'notify', () => shop.publish('{"order":"a","status":"done","signature":""}'), /"order"/],
      ['an event of a bucket', 'index', () => shop.write('reports/kept.json', '{}'), /^reports\/kept\.json$/],
    ])('%s', async (_, name, cause, text) => {
      const FunctionName = await functionNamed(`functions${name}Function`, cloud);
      const { Policy } = await cloud.send<{ Policy: string }>('lambda', 'GetPolicy', {
        FunctionName,
        Qualifier: 'live',
      });
      const [{ Sid: StatementId } = { Sid: '' }] = (JSON.parse(Policy) as { Statement: { Sid: string }[] }).Statement;
      await cloud.send('lambda', 'RemovePermission', { FunctionName, Qualifier: 'live', StatementId });
      await cause();
      expect(await taken()).toMatch(text);
    });

    test('a call of a schedule', async () => {
      const { Schedules } = await cloud.send<{ Schedules: { Name: string }[] }>('scheduler', 'ListSchedules');
      const { Target } = await cloud.send<{ Target: { RoleArn: string; Input: string } }>('scheduler', 'GetSchedule', {
        Name: Schedules[0]!.Name,
      });
      const RoleName = Target.RoleArn.split('/').at(-1);
      const { PolicyNames } = await cloud.send<{ PolicyNames: string[] }>('iam', 'ListRolePolicies', { RoleName });
      const named = { RoleName, PolicyName: PolicyNames[0] };
      const { PolicyDocument } = await cloud.send<{ PolicyDocument: string }>('iam', 'GetRolePolicy', named);
      const policy = JSON.parse(decodeURIComponent(PolicyDocument)) as { Statement: Statement[] };
      const Statement = policy.Statement.filter(({ Action }) => Action !== 'lambda:InvokeFunction');
      expect(Statement).toHaveLength(policy.Statement.length - 1);
      await cloud.send('iam', 'PutRolePolicy', { ...named, PolicyDocument: JSON.stringify({ ...policy, Statement }) });
      shop.pass(secondsUntil(6, 'Europe/Berlin', shop.now()) + 1);
      expect(await taken()).toBe(Target.Input);
    });
  });

  function edit(path: string, from: string, to: string): void {
    const file = join(dirname(deployment.file), path);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  }
});

/** Code in the place of the line that reads an event, which tries what wasn't granted, and logs how each try ended. */
const trespass = `const { order, status } = JSON.parse(text);
  if (order === 'trespass') {
    const secrets = require('@aws-sdk/client-secrets-manager');
    const sqs = require('@aws-sdk/client-sqs');
    const s3 = require('@aws-sdk/client-s3');
    const tries = {
      secret: () => new secrets.SecretsManagerClient().send(new secrets.GetSecretValueCommand({ SecretId: 'SECRET' })),
      jobs: () => new sqs.SQSClient().send(new sqs.SendMessageCommand({ QueueUrl: 'JOBS', MessageBody: '{}' })),
      reports: () => new s3.S3Client().send(new s3.GetObjectCommand({ Bucket: 'REPORTS', Key: 'reports/x.json' })),
    };
    const ends = Object.entries(tries).map(async ([name, attempt]) => [name, await attempt().then(() => 'done', ({ name }) => name)]);
    return Promise.all(ends).then((all) => log('INFO', 'tried', { ends: Object.fromEntries(all) }));
  }`;
