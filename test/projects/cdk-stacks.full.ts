import { App, CfnOutput, DefaultStackSynthesizer, Fn, NestedStack, Stack, Stage } from 'aws-cdk-lib';
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type Construct } from 'constructs';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../lib/cli/main';
import type { Report } from '../../lib/equivalence/report';
import { defineArchitecture } from '../../lib/model/define';
import { ServerlessArchitecture } from '../../lib/render/aws-cdk';
import type { Json } from '../mutation/artefact';
import { temporaryFolder } from '../rendering';

// Apps with several architectures, stacks, stages and nested stacks, and permissions from one stack on another's.

const shop = defineArchitecture({
  name: 'shop',
  parameters: { memory: { type: 'number', default: 256 } },
  functions: {
    orders: {
      runtime: 'nodejs22',
      code: 'examples/provisioned/node',
      handler: { aws: 'lambda.handler', gcp: 'counter' },
      memoryMiB: '${parameters.memory}',
    },
  },
  tables: { orders: { partitionKey: { name: 'id', type: 'string' } } },
});
const audit = defineArchitecture({
  name: 'audit',
  tables: { events: { partitionKey: { name: 'id', type: 'string' } } },
});

/** The context that `cdk` gives every app. */
const asCommandLine = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };

/** Synthesizes an app, and returns the folder of its assembly. */
function synthesize(build: (app: App) => void, context: Record<string, unknown> = {}): string {
  const outdir = temporaryFolder();
  const app = new App({
    outdir,
    analyticsReporting: false,
    treeMetadata: false,
    context: { ...asCommandLine, ...context },
  });
  build(app);
  app.synth();
  return outdir;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs `triptych verify --from`, and returns what it printed and its exit code. */
const verify = (from: string, ...args: string[]): Promise<Ran> => run('verify', ...args, '--from', from);

async function run(...args: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text)))),
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text)))),
  ];
  try {
    return { code: await main(args), out, err };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

async function report(from: string, ...args: string[]): Promise<Report> {
  const { out, err } = await verify(from, ...args, '--json');
  return JSON.parse(out || JSON.stringify({ err })) as Report;
}

const differences = async (from: string, ...args: string[]): Promise<string[]> =>
  (await report(from, ...args)).differences.map(({ path }) => path);

const fileOf = (architecture: object): string => {
  const folder = temporaryFolder();
  const code = 'examples/provisioned/node';
  cpSync(code, join(folder, code), { recursive: true });
  writeFileSync(join(folder, 'architecture.json'), JSON.stringify(architecture));
  return join(folder, 'architecture.json');
};

describe('an app of CDK with several architectures', () => {
  const folder = synthesize((app) => {
    for (const [stage, memory] of [
      ['Dev', 256],
      ['Prod', 1024],
    ] as const) {
      const stack = new Stack(new Stage(app, stage), 'Shop');
      new ServerlessArchitecture(stack, 'Shop', { architecture: shop, parameters: { memory } });
      new ServerlessArchitecture(stack, 'Audit', { architecture: audit });
    }
    new ServerlessArchitecture(new NestedStack(new Stack(app, 'Outer'), 'Inner'), 'Audit', { architecture: audit });
  });

  test('compares each with itself as the app stored it, in stages and nested stacks', async () => {
    const { equivalent, places, notJudged } = await report(folder);
    expect(places).toEqual(
      [
        ['Dev/Shop/Shop', 'Dev/Shop', 'shop'],
        ['Dev/Shop/Audit', 'Dev/Shop', 'audit'],
        ['Prod/Shop/Shop', 'Prod/Shop', 'shop'],
        ['Prod/Shop/Audit', 'Prod/Shop', 'audit'],
        ['Outer/Inner/Audit', 'Outer/Inner', 'audit'],
      ].map(([path, stack, architecture]) => ({
        target: 'aws-cdk',
        ...{ path, stack, architecture },
        stored: `${path!.replaceAll('/', '.')}.architecture.json`,
        equivalent: true,
      })),
    );
    expect(equivalent).toBe(true);
    // The nested stack itself.
    expect(notJudged).toEqual([{ target: 'aws-cdk', stack: 'Outer', resources: 1 }]);
  });

  test('shows the facts of each below its path, and of a chosen one directly', async () => {
    const facts = async (...args: string[]) => {
      const { code, out, err } = await run('facts', folder, '--json', ...args);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      return (JSON.parse(out) as Record<string, Record<string, Json>>)['aws-cdk']!;
    };
    const all = await facts();
    expect(Object.keys(all)).toEqual([
      'Dev/Shop/Shop',
      'Dev/Shop/Audit',
      'Prod/Shop/Shop',
      'Prod/Shop/Audit',
      'Outer/Inner/Audit',
    ]);
    expect(Object.keys(await facts('--path', 'Prod'))).toEqual(['Prod/Shop/Shop', 'Prod/Shop/Audit']);
    const prod = await facts('--path', 'Prod/Shop/Shop');
    expect(prod).toEqual(all['Prod/Shop/Shop']);
    expect(prod['functions'].orders.memoryMiB).toBe(1024);
    expect(all['Dev/Shop/Shop']!.functions.orders.memoryMiB).toBe(256);
  });

  test('chooses by path, and says what it compared', async () => {
    const { code, out } = await verify(folder, '--path', 'Prod/Shop/Shop');
    expect(code).toBe(0);
    expect(out).toContain('shop in Prod/Shop/Shop: equivalent on aws-cdk');
    expect(out).toContain('that the app stored (Prod.Shop.Shop.architecture.json), not with a file of yours');
    expect(out).toContain('Not compared, in the same app: shop in Dev/Shop/Shop, audit in Dev/Shop/Audit');
  });

  test('compares all with the name of a file', async () => {
    const file = fileOf(shop);
    expect(await differences(folder, file)).toEqual(['functions.orders.memoryMiB']);
    expect((await report(folder, file)).differences).toMatchObject([
      { place: 'Prod/Shop/Shop', expected: 256, actual: 1024 },
    ]);
    expect(await differences(folder, file, '--path', 'Prod', '--param', 'memory=1024')).toEqual([]);
  });

  test.each<[what: string, args: string[], message: string]>([
    ['a path without architecture', ['--path', 'Prodd'], '--path Prodd: '],
    [
      'a parameter without a file',
      ['--param', 'memory=1'],
      '--param memory=1: the stored architecture has its own values',
    ],
    ['a stack of Pulumi', ['--stack', 'prod'], '--stack prod: only for the folder of a Pulumi project'],
  ])('refuses %s', async (_, args, message) => {
    const { code, err } = await verify(folder, ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test('says what there is if it has no architecture of that name', async () => {
    const { code, err } = await verify(folder, fileOf({ ...audit, name: 'other' }), '--path', 'Dev');
    expect(code).toBe(1);
    expect(err).toContain(
      'contains no architecture with the name other, found shop in Dev/Shop/Shop, audit in Dev/Shop/Audit',
    );
  });
});

/** A role in a scope, which `grant` lets something be done with the architecture's table. */
function grant(scope: Construct, table: Table, actions: string[]): void {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(new PolicyStatement({ effect: Effect.ALLOW, actions, resources: [table.tableArn] }));
}

describe('a permission in another stack of an app of CDK', () => {
  const permission = 'Team/Role may dynamodb:* on tables/events/Table';
  const unexpected = [`!Team/Role/DefaultPolicy/Resource.${permission}`];
  const build =
    (elsewhere: (app: App, stack: Stack) => Construct, context = {}) =>
    () =>
      synthesize((app) => {
        const stack = new Stack(app, 'Shop', {
          env: { account: '123456789012', region: 'eu-central-1' },
          crossRegionReferences: true,
        });
        const made = new ServerlessArchitecture(stack, 'Shop', { architecture: audit });
        const scope = elsewhere(app, stack);
        new Table(scope, 'Own', { partitionKey: { name: 'id', type: AttributeType.STRING } });
        grant(scope, made.tables.events.table as Table, ['dynamodb:*']);
      }, context);

  test.each<[what: string, folder: () => string, expected: string[]]>([
    [
      'through an export',
      build((app) => new Stack(app, 'Team', { env: { account: '123456789012', region: 'eu-central-1' } })),
      unexpected,
    ],
    [
      'through a plain output',
      build((app) => new Stack(app, 'Team', { env: { account: '123456789012', region: 'eu-central-1' } }), {
        '@aws-cdk/core:defaultCrossStackReferences': 'weak',
      }),
      unexpected,
    ],
    [
      'through a value that is copied to another region',
      build(
        (app) =>
          new Stack(app, 'Team', {
            env: { account: '123456789012', region: 'us-east-1' },
            crossRegionReferences: true,
          }),
      ),
      unexpected,
    ],
    [
      'through the parameter of a nested stack',
      build((_, stack) => new NestedStack(stack, 'Team')),
      [`!Shop/Team/Role/DefaultPolicy/Resource.Shop/${permission}`],
    ],
  ])('is a difference %s', async (_, folder, expected) => {
    const at = folder();
    const { differences: found, notJudged } = await report(at);
    expect(found).toMatchObject(expected.map((path) => ({ path, actual: 'Allow' })));
    expect(found).toHaveLength(1);
    // The role and the table of the team, which concern nobody.
    expect(notJudged.some(({ resources }) => resources >= 2)).toBe(true);
  });

  test('is a difference through an export with a name of its own', async () => {
    const folder = synthesize((app) => {
      const stack = new Stack(app, 'Shop');
      const made = new ServerlessArchitecture(stack, 'Shop', { architecture: audit });
      new CfnOutput(stack, 'Out', {
        value: made.tables.events.table.tableArn,
        exportName: Fn.join('-', [stack.stackName, 'table']),
      });
      const team = new Stack(app, 'Team');
      const role = new Role(team, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
      role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:*'], resources: [Fn.importValue('Shop-table')] }));
      role.addToPolicy(new PolicyStatement({ actions: ['dynamodb:*'], resources: [Fn.importValue('of-another-app')] }));
    });
    expect(await differences(folder)).toEqual(unexpected);
  });
});

test("an app's own qualifier and bucket are right, and another bucket isn't", async () => {
  const folder = (bucket?: string) =>
    synthesize((app) => {
      const synthesizer = new DefaultStackSynthesizer({
        qualifier: 'team',
        fileAssetsBucketName: 'assets-${Qualifier}-${AWS::Region}',
      });
      const stack = new Stack(app, 'Shop', { synthesizer });
      const made = new ServerlessArchitecture(stack, 'Shop', { architecture: shop });
      const { defaultChild } = made.functions.orders.function.node as unknown as {
        defaultChild: { addPropertyOverride: (path: string, value: unknown) => void };
      };
      if (bucket) defaultChild.addPropertyOverride('Code.S3Bucket', bucket);
    });
  expect(await differences(folder())).toEqual([]);
  expect(await differences(folder('cdk-hnb659fds-assets'))).not.toEqual([]);
});
