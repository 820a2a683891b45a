import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { json } from '../../projects/run';
import { ask, said } from '../answers/ask';
import { caseNamed } from '../cases';
import { standingOn } from '../prepared';
import { standing, startCloud, type Cloud } from './cloud';
import { listed } from './inventory';
import { functionNamed, provisionedOn } from './lambda';
import { CdkDeployment } from './rig';

// Deployments that fail, that are killed, and that meet another.

standingOn(standing, 'a cdk deployment that goes wrong', () => {
  let cloud: Cloud;
  let counter: CdkDeployment;
  const opened: CdkDeployment[] = [];
  beforeAll(async () => {
    cloud = await startCloud();
    counter = await open('provisioned-node');
  });
  afterAll(async () => {
    await Promise.all(opened.map((deployment) => deployment.end()));
    await cloud?.end();
  });

  const open = async (name: string): Promise<CdkDeployment> => {
    const deployment = await CdkDeployment.open(caseNamed(name), cloud);
    opened.push(deployment);
    return deployment;
  };

  test('fails without a parameter that it needs, and says which, and where', async () => {
    const deployment = await open('provisioned-node');
    edit(deployment.file, 'runtime: nodejs22', 'runtime: ${parameters.runtime}');
    edit(deployment.file, 'parameters:\n', 'parameters:\n  runtime: { type: string }\n');
    const { code, err } = await deploy(deployment);
    const place = `${deployment.file}:14:14: functions.counter.runtime: is required`;
    expect(err).toMatch(new RegExp(`^${place}.*but parameter runtime has no value`, 'm'));
    expect(err).not.toMatch(/^ +at /m);
    expect(code).toBe(1);
  });

  describe('that is killed', () => {
    test('while it is synthesized, is made whole by the next', async () => {
      const running = counter.start('synth', '--quiet');
      while (!isBegun(counter)) await wait(1);
      running.kill();
      expect(await running.ended).toMatchObject({ code: null });
      expect((await counter.run('synth', '--quiet')).code).toBe(0);
    });

    test.each([
      ['when it has written what it will deploy', 1, /Synthesis time/],
      ['when it has sent that to the cloud', 2, /success: Published/],
      ['when it is being deployed', 3, /deploying\.\.\./],
      ['when it is being deployed again', 4, /deploying\.\.\./],
    ])('%s, is made whole by the next', async (_, provisionedConcurrency, sign) => {
      counter.parameters = { provisionedConcurrency };
      const running = counter.start('deploy', '--require-approval', 'never');
      await running.said(sign);
      running.kill();
      expect(await running.ended).toMatchObject({ code: null });
      await counter.deploy();
      await expectWhole(counter);
      const name = await functionNamed('provisioned-node', cloud);
      expect(await provisionedOn('live', name, cloud)).toMatchObject({
        AvailableProvisionedConcurrentExecutions: provisionedConcurrency,
      });
    });
  });

  describe('that the cloud refuses half-way', () => {
    const inTheWay = (architecture: string) => ({ Name: `/triptych/${architecture}/dev/ground/v1/vpcId` });
    const putInTheWay = (architecture: string) =>
      cloud.send('ssm', 'PutParameter', { ...inTheWay(architecture), Value: 'somebody else', Type: 'String' });
    const clear = (architecture: string) => cloud.send('ssm', 'DeleteParameter', inTheWay(architecture));

    test('leaves an update undone: what was deployed before goes on', async () => {
      const endpoint = String((await counter.deploy())['endpoint']);
      const count = async () =>
        said(await ask(cloud.gateway, { method: 'GET', path: '/' }, new URL(endpoint).host)).body;
      expect(await count()).toEqual({ path: '/', count: 1 });
      await putInTheWay('provisioned-node');
      edit(counter.file, 'timeoutSeconds: 300', 'timeoutSeconds: 200');
      edit(counter.file, '\napis:', service);
      const { code, err } = await deploy(counter);
      expect(err).toMatch(/already exists/i);
      expect(code).toBe(1);
      expect(await count()).toEqual({ path: '/', count: 2 });
      await clear('provisioned-node');
      await counter.deploy();
      await expectWhole(counter);
      expect(await count()).toEqual({ path: '/', count: 3 });
    });

    test('fails with the words of the cloud and leaves nothing, and succeeds once that is mended', async () => {
      const web = await open('web');
      await putInTheWay('web');
      const { code, err } = await deploy(web);
      // The command line breaks long lines.
      expect(err.replace(/\s+/g, ' ')).toMatch(/web.*AWS::SSM::Parameter.*already exists/i);
      expect(code).toBe(1);
      await clear('web');
      expect(await found(web)).toEqual({});
      await web.deploy();
      await expectWhole(web);
    });
  });

  test('that meets another of the same stack ends well, or says why it did not; what is there is whole', async () => {
    const both = [await open('provisioned-node'), await open('provisioned-node')] as const;
    for (const { file } of both) edit(file, 'name: provisioned-node', 'name: twice');
    const ends = await Promise.all(both.map((one) => deploy(one)));
    expect(ends.map(({ code }) => code)).toContain(0);
    // When the other one comes decides which of CloudFormation's refusals it is: of a stack, or of a change set.
    const refused =
      /❌ +twice|(ChangeSet|Change set|Stack)\b.{0,300}\b(exists?|found|progress|_[A-Z]+ state|status)\b/is;
    for (const { code, err } of ends) expect(err).toMatch(code === 0 ? /✅ +twice/ : refused);
    const { err } = await deploy(both[0]);
    expect(err).toContain('twice (no changes)');
    expect(await both[0].changes()).toEqual([]);
    await expectWhole(both[0]);
  });
});

/** A service, and the ground that it stands on, before an architecture's APIs. */
const service = `
foundation: { ingress: { insecure: true } }

services:
  pages: { image: 'docker.io/library/nginx:1.29', port: 80 }

apis:`;

/** Whether anything of an assembly is written. */
const isBegun = ({ assembly }: CdkDeployment): boolean =>
  existsSync(assembly) && readdirSync(assembly).some((name) => !name.endsWith('.lock'));

/** How many resources there are of each type, without the stack itself. */
async function found(deployment: CdkDeployment): Promise<Readonly<Record<string, number>>> {
  const types = (await deployment.existing()).map(({ type }) => type);
  return countsOf(types.filter((type) => type !== 'AWS::CloudFormation::Stack'));
}

/** Everything that the stack's template names is there, as often as it does, and nothing else. */
async function expectWhole(deployment: CdkDeployment): Promise<void> {
  const [template] = readdirSync(deployment.assembly).filter((name) => name.endsWith('.template.json'));
  const { Resources } = json<{ Resources: Record<string, { Type: string }> }>(deployment.assembly, template!);
  const types = Object.values(Resources).map(({ Type }) => Type);
  expect(await found(deployment)).toEqual(countsOf(types.filter((type) => listed.has(type))));
}

const countsOf = (types: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(types.map((type) => [type, types.filter((other) => other === type).length]));

const deploy = (deployment: CdkDeployment) => deployment.run('deploy', '--require-approval', 'never');

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    file,
    text.replace(from, () => to),
  );
}
