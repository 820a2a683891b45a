import { App, CfnOutput, CliCredentialsStackSynthesizer, LegacyStackSynthesizer, Stack } from 'aws-cdk-lib';
import { CURRENT_VERSION_EXPIRED_FLAGS, FLAGS } from 'aws-cdk-lib/cx-api';
import { AccountPrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { check } from '../../lib/cloud/check';
import { compare } from '../../lib/equivalence/compare';
import { expectCode } from '../../lib/facts/code';
import { expectFacts } from '../../lib/facts/expect';
import { defineArchitecture, type WrittenArchitecture } from '../../lib/model/define';
import { load } from '../../lib/model/load';
import type { ParameterValue } from '../../lib/model/parameters';
import { ArchitectureError } from '../../lib/model/problem';
import { resolve } from '../../lib/model/resolve';
import { readFacts } from '../../lib/readback/read';
import { propSource } from '../../lib/settings/flags';
import { ServerlessArchitecture } from '../../lib/render/aws-cdk';
import { linesOf, temporaryFolder } from '../rendering';

// The construct in an app that a team has already, beside what else is in it.

const shop = defineArchitecture({
  name: 'shop',
  parameters: { warm: { type: 'number', default: 1 } },
  functions: {
    orders: {
      runtime: 'nodejs22',
      code: 'examples/provisioned/node',
      handler: { aws: 'lambda.handler', gcp: 'counter' },
      environment: { COUNTER_TABLE: '${tables.orders.name}' },
      uses: { 'tables.orders': 'readwrite' },
      coldStart: { provisioned: '${parameters.warm}' },
    },
  },
  apis: { public: { routes: { 'ANY /{proxy+}': 'functions.orders' } } },
  tables: { orders: { partitionKey: { name: 'id', type: 'string' } } },
});

const audit = defineArchitecture({
  name: 'audit',
  tables: { orders: { partitionKey: { name: 'id', type: 'string' }, ttlAttribute: 'until' } },
});

const newApp = (context: Record<string, unknown> = {}): App =>
  new App({ outdir: temporaryFolder(), analyticsReporting: false, context });

/** Where an app's one architecture, read back, isn't what the model promises. */
function differencesIn(app: App, written: WrittenArchitecture, parameters: Record<string, ParameterValue>): string[] {
  const { directory } = app.synth();
  const resolved = resolve(load(written), [propSource(parameters)], { targets: ['aws-cdk'], checks: check });
  const { architecture } = resolved;
  const expectation = { architecture, naming: { architecture: written.name }, code: expectCode(resolved, 'aws', []) };
  // Outputs are the app's own.
  const expected = { ...expectFacts(expectation, 'aws-cdk', []), outputs: {} };
  return linesOf(compare('aws-cdk', expected, readFacts(directory, 'aws-cdk', 'app')));
}

/** The stamp of an architecture in its template. */
const stampOf = ({ node }: ServerlessArchitecture): unknown =>
  (Stack.of(node.scope!).templateOptions.metadata as { Triptych: unknown[] }).Triptych[0];

describe('an app of a team', () => {
  const app = newApp({ warm: 7 });
  const stack = new Stack(app, 'Shop');
  const made = new ServerlessArchitecture(stack, 'First', { architecture: shop, parameters: { warm: 5 } });
  new ServerlessArchitecture(stack, 'Second', { architecture: audit });
  new ServerlessArchitecture(new Stack(app, 'Other'), 'First', { architecture: shop });
  new Bucket(stack, 'Bucket');
  new CfnOutput(stack, 'Address', { value: made.apis.public.url });
  made.functions.orders.function.addEnvironment('LEVEL', 'debug');
  const changed = made.functions.orders.function.node.defaultChild as CfnFunction;
  changed.addPropertyOverride('TracingConfig', { Mode: 'Active' });
  made.functions.orders.alias.addPermission('Team', { principal: new AccountPrincipal('123456789012') });
  const assembly = app.synth();
  const template = (name: string): Template => assembly.getStackByName(name).template as Template;
  const ofType = (name: string, type: string): Resource[] =>
    Object.values(template(name).Resources).filter(({ Type }) => Type === type);

  test('holds two architectures in one stack, and one architecture in two', () => {
    expect(ofType('Shop', 'AWS::DynamoDB::Table')).toHaveLength(2);
    expect(ofType('Other', 'AWS::DynamoDB::Table')).toHaveLength(1);
    expect(template('Shop').Metadata['Triptych']).toMatchObject([
      { architecture: 'shop', path: 'Shop/First' },
      { architecture: 'audit', path: 'Shop/Second' },
    ]);
  });

  test('keeps what else is in it, and makes no outputs but its own', () => {
    expect(ofType('Shop', 'AWS::S3::Bucket')).toHaveLength(1);
    expect(Object.keys(template('Shop').Outputs!)).toEqual(['Address']);
    expect(template('Other')).not.toHaveProperty('Outputs');
  });

  test('gives parameters by props, which win over the context, which wins over the default', () => {
    const provisioned = (name: string) =>
      ofType(name, 'AWS::Lambda::Alias')[0]!.Properties['ProvisionedConcurrencyConfig'];
    expect(provisioned('Shop')).toEqual({ ProvisionedConcurrentExecutions: 5 });
    expect(provisioned('Other')).toEqual({ ProvisionedConcurrentExecutions: 7 });
  });

  test('changes what was made: by methods, by properties, by what it adds', () => {
    expect(ofType('Shop', 'AWS::Lambda::Function')[0]!.Properties).toMatchObject({
      Environment: { Variables: { LEVEL: 'debug', COUNTER_TABLE: { Ref: expect.anything() } } },
      TracingConfig: { Mode: 'Active' },
    });
    const principals = ofType('Shop', 'AWS::Lambda::Permission').map(({ Properties }) => Properties['Principal']);
    expect(principals).toContain('123456789012');
  });
});

test('an app with every recommended flag of CDK is as equivalent as one without', () => {
  const flags = Object.entries(FLAGS)
    .filter(([name]) => !CURRENT_VERSION_EXPIRED_FLAGS.includes(name))
    .map(([name, { recommendedValue }]) => [name, recommendedValue] as const);
  expect(flags.length).toBeGreaterThan(80);
  const app = newApp(Object.fromEntries(flags));
  const stack = new Stack(app, 'Shop');
  new ServerlessArchitecture(stack, 'Architecture', { architecture: shop, parameters: { warm: 5 } });
  new Bucket(stack, 'Bucket');
  expect(differencesIn(app, shop, { warm: 5 })).toEqual([]);
});

test('an app with credentials of its own, or an old synthesizer, can look at empty archives', () => {
  const orders = { runtime: 'go1.26', code: 'nowhere', handler: 'bootstrap' } as const;
  for (const synthesizer of [new LegacyStackSynthesizer(), new CliCredentialsStackSynthesizer()]) {
    const app = newApp();
    const architecture = { name: 'unbuilt', functions: { orders } };
    const stack = new Stack(app, 'Unbuilt', { synthesizer });
    new ServerlessArchitecture(stack, 'Architecture', { architecture, withoutCode: true });
    expect(Object.keys((app.synth().getStackByName('Unbuilt').template as Template).Rules!)).toContainEqual(
      expect.stringMatching(/^ArchitectureCodeIsThere/),
    );
  }
});

test('an app fails on an architecture with every problem of it, as data', () => {
  const stack = new Stack(newApp(), 'Shop');
  const wrong = { ...shop, functions: { orders: { ...shop.functions.orders, memoryMiB: 1, timeoutSeconds: 901 } } };
  expect(() => new ServerlessArchitecture(stack, 'Architecture', { architecture: wrong })).toThrow(ArchitectureError);
  expect(() => new ServerlessArchitecture(stack, 'Again', { architecture: shop, parameters: { worm: 1 } })).toThrow(
    /parameters\.worm in the props.*did you mean warm/,
  );
});

interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
}

interface Template {
  readonly Metadata: Record<string, unknown>;
  readonly Resources: Record<string, Resource>;
  readonly Outputs?: Record<string, unknown>;
  readonly Rules?: Record<string, unknown>;
}

test('an environment in the context of an app is part of its names', () => {
  const architectureIn = (env: unknown): ServerlessArchitecture =>
    new ServerlessArchitecture(new Stack(newApp({ env }), 'Shop'), 'Architecture', {
      architecture: shop,
      parameters: { warm: 5 },
    });
  expect(() => architectureIn('Prod')).toThrow('CDK context (-c env): must be 1 to 16 lower-case letters');
  expect(stampOf(architectureIn('prod'))).toMatchObject({ architecture: 'shop', env: 'prod' });
  expect(stampOf(architectureIn('dev'))).not.toHaveProperty('env');
  // An app's own context may have an `env` of account and region.
  expect(() => architectureIn({ account: '123456789012', region: 'eu-west-1' })).not.toThrow();
});
