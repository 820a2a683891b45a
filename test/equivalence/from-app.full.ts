import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Aspects, CfnOutput, CfnResource, Stack, Tags } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { TimeProvider } from '@cdktf/provider-time/lib/provider';
import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { App as TerraformApp, TerraformStack, TerraformVariable } from 'cdktf';
import { main } from '../../lib/cli/main';
import type { Report } from '../../lib/equivalence/report';
import { ServerlessArchitecture as OnCdk } from '../../lib/render/aws-cdk';
import { ServerlessArchitecture as OnCdktf } from '../../lib/render/gcp-cdktf';

// An app that holds an architecture beside other things, and changes what was rendered: each engine in its own way.

const base = `name: counter
functions:
  a: { runtime: nodejs22, code: code, handler: index.handler, http: public, uses: { tables.t: read } }
tables:
  t: { partitionKey: { name: id, type: string } }
`;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-app-'));
  mkdirSync(join(folder, 'code'));
  writeFileSync(join(folder, 'code/index.js'), 'exports.handler = async () => ({});\n');
  writeFileSync(join(folder, 'code/package.json'), '{}\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the architecture, with divergences in it, and names its file. */
function architecture(...divergences: readonly string[]): string {
  const file = join(folder, `architecture-${divergences.length}.yaml`);
  const list = divergences.map((path) => `  - { target: ${target}, path: '${path}', reason: we mean it }\n`).join('');
  writeFileSync(file, list === '' ? base : `${base}divergences:\n${list}`);
  return file;
}

let target: string;

async function verify(file: string, from: string): Promise<Report & { code: number }> {
  let out = '';
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text))));
  try {
    const code = await main(['verify', file, '--from', from, '--target', target, '--json']);
    return { ...(JSON.parse(out) as Report), code };
  } finally {
    spy.mockRestore();
  }
}

/** The same three questions for each engine: is the change seen, is it accepted, is a stale declaration seen. */
function judgesChanges(engine: string, output: () => string): void {
  describe(engine, () => {
    beforeEach(() => {
      target = engine;
    });

    test('reports a change to the architecture and ignores the rest of the app', async () => {
      const { code, differences } = await verify(architecture(), output());
      expect(code).toBe(1);
      expect(differences).toEqual([{ target, path: 'functions.a.memoryMiB', expected: 256, actual: 1024 }]);
    });

    test('accepts a declared change, with its reason', async () => {
      const { code, accepted, differences } = await verify(architecture('functions.a.memoryMiB'), output());
      expect({ code, differences }).toEqual({ code: 0, differences: [] });
      expect(accepted).toEqual([{ target, path: 'functions.a.memoryMiB', reason: 'we mean it' }]);
    });

    test('fails for a declaration without a match', async () => {
      const declared = architecture('functions.a.memoryMiB', 'tables.t.retain');
      const { code, differences } = await verify(declared, output());
      expect(code).toBe(1);
      expect(differences).toEqual([
        { target, path: 'tables.t.retain', expected: 'the declared divergence: we mean it' },
      ]);
    });
  });
}

judgesChanges('aws-cdk', () => {
  // A new one each time: CDK remembers what it has staged.
  const outdir = mkdtempSync(join(folder, 'cdk.out-'));
  const stack = new Stack(new App({ outdir }), 'mine');
  new Bucket(stack, 'Own');
  const made = new OnCdk(stack, 'Counter', { architecture: architecture() });
  Aspects.of(stack).add({
    visit: (node) => {
      if (node instanceof CfnFunction) node.addPropertyOverride('MemorySize', 1024);
    },
  });
  new CfnOutput(stack, 'Address', { value: made.outputs['aFunctionUrl']! });
  (stack.node.root as App).synth();
  return outdir;
});

judgesChanges('gcp-cdktf', () => {
  const outdir = mkdtempSync(join(folder, 'cdktf.out-'));
  const app = new TerraformApp({ outdir });
  const stack = new TerraformStack(app, 'mine');
  new GoogleProvider(stack, 'google');
  new TimeProvider(stack, 'time');
  new StorageBucket(stack, 'own', { name: 'ours', location: 'EU' });
  const place = { project: '${var.project}', region: '${var.region}' };
  const made = new OnCdktf(stack, 'Counter', { architecture: architecture(), ...place });
  made.functions['a']!.function.addOverride('service_config.available_memory', '1024Mi');
  app.synth();
  return outdir;
});

judgesChanges('aws-pulumi', () => {
  process.env['TRIPTYCH_ARCHITECTURE'] = architecture();
  return join(__dirname, 'app');
});

test('verify --from: fails if an app grants a function more permissions', async () => {
  target = 'aws-cdk';
  const outdir = join(folder, 'granted.out');
  const app = new App({ outdir });
  const stack = new Stack(app, 'mine');
  const made = new OnCdk(stack, 'Counter', { architecture: architecture() });
  made.tables['t']!.table.grantWriteData(made.functions['a']!.function);
  app.synth();
  const { code, differences } = await verify(architecture(), outdir);
  expect(code).toBe(1);
  const policy = 'functions.a!mine/Counter/functions/a/Role/DefaultPolicy/Resource';
  const actions = ['BatchWriteItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'DescribeTable'];
  // The function waits for the policy, which is no difference of its own.
  expect(differences.map(({ path }) => path)).toEqual(
    actions.map((action) => `${policy}.functions/a/Role may dynamodb:${action} on tables/t/Table`),
  );
});

test('verify --from: fails if an app allows another role to write to a table', async () => {
  target = 'aws-cdk';
  const outdir = join(folder, 'reached.out');
  const app = new App({ outdir });
  const stack = new Stack(app, 'mine');
  const made = new OnCdk(stack, 'Counter', { architecture: architecture() });
  const role = new Role(stack, 'Stranger', { assumedBy: new ServicePrincipal('ec2.amazonaws.com') });
  made.tables['t']!.table.grantWriteData(role);
  app.synth();
  const { code, differences } = await verify(architecture(), outdir);
  expect(code).toBe(1);
  expect(differences.map(({ path }) => path)).toEqual(
    Array(5).fill(
      expect.stringMatching(/^!StrangerDefaultPolicy\w+\.Stranger\w+ may dynamodb:\w+ on tables\/t\/Table$/),
    ),
  );
});

describe('a declared grant', () => {
  const declared = 'functions.a!*Role/DefaultPolicy*.functions/a/Role may sns:Publish on Own*';

  /** Renders an app whose function may publish to a topic of the app, and may do what `more` allows. */
  function granting(name: string, more?: PolicyStatement): string {
    const app = new App({ outdir: join(folder, name) });
    const stack = new Stack(app, 'mine');
    const made = new OnCdk(stack, 'Counter', { architecture: architecture() });
    const code = made.functions['a']!.function;
    new Topic(stack, 'Own').grantPublish(code);
    if (more) code.addToRolePolicy(more);
    app.synth();
    return app.outdir;
  }

  beforeEach(() => {
    target = 'aws-cdk';
  });

  test('is accepted', async () => {
    expect(await verify(architecture(declared), granting('publishing.out'))).toMatchObject({
      code: 0,
      accepted: [{ path: expect.stringContaining('sns:Publish') as string }],
    });
  });

  test('hides no other permission: fails if the role may do everything', async () => {
    const everything = new PolicyStatement({ actions: ['*'], resources: ['*'] });
    const { code, differences } = await verify(architecture(declared), granting('widened.out', everything));
    expect(code).toBe(1);
    expect(differences.map(({ path }) => path)).toEqual([
      'functions.a!mine/Counter/functions/a/Role/DefaultPolicy/Resource.functions/a/Role may * on *',
    ]);
  });
});

test('verify --from: takes a tag, a boundary and metadata that an app gives to everything as one difference each', async () => {
  target = 'aws-cdk';
  const app = new App({ outdir: join(folder, 'company.out') });
  const stack = new Stack(app, 'mine');
  new OnCdk(stack, 'Counter', { architecture: architecture() });
  Tags.of(app).add('team', 'x');
  PermissionsBoundary.of(app).apply(ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'company'));
  Aspects.of(stack).add({
    visit: (node) => {
      if (node instanceof CfnResource) node.addMetadata('cdk_nag', { rules_to_suppress: [{ id: 'AwsSolutions-X' }] });
    },
  });
  app.synth();
  const { differences } = await verify(architecture(), app.outdir);
  expect(differences.map(({ path }) => path)).toEqual(['tags.team', 'permissionsBoundary']);
  const declared = architecture('*.tags.team', 'permissionsBoundary');
  expect(await verify(declared, app.outdir)).toMatchObject({ code: 0, differences: [] });
});

test('verify --from: takes reading a name for no permission', async () => {
  target = 'aws-cdk';
  const app = new App({ outdir: join(folder, 'named.out') });
  const stack = new Stack(app, 'mine');
  const { tables } = new OnCdk(stack, 'Counter', { architecture: architecture() });
  const { table } = tables['t']!;
  new StringParameter(stack, 'Name', { stringValue: table.tableName });
  table.metricConsumedReadCapacityUnits().createAlarm(stack, 'Alarm', { threshold: 9, evaluationPeriods: 1 });
  app.synth();
  expect(await verify(architecture(), app.outdir)).toMatchObject({
    code: 0,
    differences: [],
    notJudged: [{ resources: 2 }],
  });
});

describe('an app for one account, project or region', () => {
  test('on AWS reads like an environment-agnostic app', async () => {
    target = 'aws-cdk';
    const app = new App({ outdir: mkdtempSync(join(folder, 'placed.out-')) });
    const stack = new Stack(app, 'mine', { env: { account: '123456789012', region: 'eu-central-1' } });
    new OnCdk(stack, 'Counter', { architecture: architecture(), exportOutputs: true });
    app.synth();
    expect(await verify(architecture(), app.outdir)).toMatchObject({ code: 0, differences: [] });
  });

  // A project may be named like the architecture, or like a word in its texts.
  test.each(['our-project', 'counter', 'pubsub', 'e'])(
    'on GCP reads like an app with variables: %s',
    async (project) => {
      target = 'gcp-cdktf';
      const app = new TerraformApp({ outdir: mkdtempSync(join(folder, 'placed.out-')) });
      const stack = new TerraformStack(app, 'mine');
      new GoogleProvider(stack, 'google');
      new TimeProvider(stack, 'time');
      const region = new TerraformVariable(stack, 'place', { type: 'string' }).stringValue;
      new OnCdktf(stack, 'Counter', {
        architecture: architecture(),
        project,
        region,
        exportOutputs: true,
      });
      app.synth();
      expect(await verify(architecture(), app.outdir)).toMatchObject({ code: 0, differences: [] });
    },
  );
});
