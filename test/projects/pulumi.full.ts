import * as pulumi from '@pulumi/pulumi';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordProject } from '../../lib/synth/pulumi/host';
import type { RecordedResource, Recording } from '../../lib/synth/pulumi/recording';
import { ServerlessArchitecture } from '../../lib/render/pulumi';
import { temporaryFolder } from '../rendering';
import { json, root, triptych } from './run';

// The project in pulumi/, run by Pulumi's own host for Node.

const project = join(root, 'pulumi');
const counter = 'examples/provisioned/architecture.node.yaml';
const folder = temporaryFolder();

/** What `pulumi config set` writes. */
type Config = Readonly<Record<string, string>>;

/** What the program registers, without the architecture itself, which only a recorder of an app asks for. */
const record = async (config: Config, env: Config = {}, stack = 'dev'): Promise<Recording> => {
  const recording = await recordProject(project, {
    stack,
    config: Object.fromEntries(Object.entries(config).map(([key, value]) => [`triptych:${key}`, value])),
    env,
    keepFile: (_, sha256) => `assets/${sha256}.zip`,
  });
  const resources = recording.resources.map((one) => {
    const { stored, ...outputs } = one.outputs ?? {};
    return stored === undefined ? one : { ...one, outputs };
  });
  return { ...recording, resources };
};

const ofType = ({ resources }: Recording, type: string): RecordedResource =>
  resources.find((resource) => resource.type === type)!;

/** What a program that holds nothing else registers, as the project of this name would. */
async function standalone(file: string, target: string, name: string): Promise<unknown> {
  const out = join(folder, target);
  await triptych('synth', file, '--param', 'provisionedConcurrency=5', '--target', target, '--out', out);
  const text = JSON.stringify(json<Recording>(out, target, 'resources.json'));
  return JSON.parse(
    text
      .replaceAll(`::${name}::`, '::triptych::')
      .replaceAll(`::${name}-dev`, '::triptych-dev')
      .replaceAll(`"${name}-dev"`, '"triptych-dev"')
      .replace(`"project":"${name}"`, '"project":"triptych"'),
  );
}

describe("Pulumi's host", () => {
  test('runs the program on AWS as the configuration says, which wins over the environment', async () => {
    const config = { architecture: counter, provisionedConcurrency: '5' };
    const env = { TRIPTYCH_PROVISIONED_CONCURRENCY: '7', TRIPTYCH_ARCHITECTURE: 'nowhere.yaml' };
    const [recording, expected] = await Promise.all([
      record(config, env),
      standalone(counter, 'aws-pulumi', 'provisioned-node'),
    ]);
    expect(
      ofType(recording, 'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig').inputs,
    ).toMatchObject({ provisionedConcurrentExecutions: 5 });
    expect(Object.keys(recording.outputs)).toEqual(['endpoint']);
    expect(recording).toEqual(expected);
  });

  test('runs the program on GCP as the environment says', async () => {
    const env = { TRIPTYCH_ARCHITECTURE: join(root, counter), TRIPTYCH_PROVISIONED_CONCURRENCY: '5' };
    const [recording, expected] = await Promise.all([
      record({ cloud: 'gcp' }, env),
      standalone(counter, 'gcp-pulumi', 'provisioned-node'),
    ]);
    expect(ofType(recording, 'gcp:cloudfunctionsv2/function:Function').inputs['serviceConfig']).toMatchObject({
      minInstanceCount: 5,
    });
    expect(recording).toEqual(expected);
  });

  test("renders examples/web where only the project's own files say something", async () => {
    const recording = await record({});
    expect(Object.keys(recording.outputs)).toEqual(['url']);
    expect(recording.resources.map(({ type }) => type)).toContain('triptych:aws:Service');
    expect(JSON.stringify(recording)).not.toContain(root);
  });

  test('fails on what is wrong with the list of it, and registers nothing', async () => {
    await expect(record({ architecture: counter, provisionedConcurrency: 'five' })).rejects.toThrow(
      `${counter}:7:5: parameters.provisionedConcurrency: must be a number in JSON notation, got "five" from pulumi config provisionedConcurrency`,
    );
    await expect(record({ architecture: 'nowhere.yaml' })).rejects.toThrow(
      /^nowhere\.yaml: there is no such file \(looked for \S+\/nowhere\.yaml/,
    );
  });

  test('fails without a cloud, and says how to set one', async () => {
    await expect(record({}, {}, 'prod')).rejects.toThrow(/^cloud: must be aws or gcp \(pulumi config set cloud aws\)$/);
  });
});

test('a parameter can be no secret', async () => {
  const mocks: pulumi.runtime.Mocks = { newResource: ({ name }) => ({ id: name, state: {} }), call: () => ({}) };
  await pulumi.runtime.setMocks(mocks, 'shop', 'dev');
  pulumi.runtime.setAllConfig({ 'shop:provisionedConcurrency': '5' }, ['shop:provisionedConcurrency']);
  expect(() => ServerlessArchitecture.nameOf({ cloud: 'aws', architecture: join(root, counter) })).toThrow(
    'parameters.provisionedConcurrency: pulumi config provisionedConcurrency is encrypted',
  );
});

describe('without code', () => {
  const file = join(temporaryFolder(), 'architecture.yaml');
  const make = async (dryRun: boolean): Promise<readonly string[]> => {
    const registered: string[] = [];
    const mocks: pulumi.runtime.Mocks = {
      newResource: ({ type, name, inputs }) => {
        registered.push(type);
        return { id: name, state: inputs as object };
      },
      call: ({ inputs }) => inputs as object,
    };
    await pulumi.runtime.setMocks(mocks, 'unbuilt', 'dev', dryRun);
    pulumi.runtime.setAllConfig({ 'unbuilt:withoutCode': 'true', 'gcp:project': 'shop', 'gcp:region': 'europe-west1' });
    new ServerlessArchitecture('unbuilt', { cloud: 'gcp', architecture: file });
    await new Promise((resolve) => setTimeout(resolve, 100));
    return registered;
  };
  beforeAll(() => {
    const orders = '{ runtime: go1.26, code: source, handler: Orders }';
    writeFileSync(file, `name: unbuilt\nfunctions:\n  orders: ${orders}\n`);
  });

  test('shows what would be, in a preview', async () => {
    expect(await make(true)).toContain('gcp:cloudfunctionsv2/function:Function');
  });

  test('fails to be deployed, before anything is registered', async () => {
    await expect(make(false)).rejects.toThrow('the code of orders was left out: build it and unset withoutCode');
  });
});
