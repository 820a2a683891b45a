import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Provider } from '@pulumi/gcp';
import { GoogleBetaProvider } from '@cdktf/provider-google-beta/lib/provider';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { PubsubTopic } from '@cdktf/provider-google/lib/pubsub-topic';
import type { ComponentResourceOptions, ResourceTransformation } from '@pulumi/pulumi';
import { App, Aspects, TerraformResource, TerraformStack } from 'cdktf';
import { readFacts } from '../../lib/readback/read';
import { ServerlessArchitecture as OnCdktf, type ServerlessArchitectureProps } from '../../lib/render/gcp-cdktf';
import { ServerlessArchitecture as OnPulumi } from '../../lib/render/gcp-pulumi';
import { ServerlessArchitecture } from '../../lib/render/pulumi';
import { recordInProcess } from '../../lib/synth/pulumi/in-process';
import type { Recording } from '../../lib/synth/pulumi/recording';
import { stage, temporaryFolder } from '../rendering';
import { stackOf } from './cdktf-stack';

// An architecture is in one project, wherever an app says which: in args, in an explicit provider, or in its stack.

const architecture = stage({
  text: `name: shop
topics: { news: {} }
buckets: { uploads: {} }
tables: { orders: { partitionKey: { name: id, type: string } } }
services:
  web: { image: nginx, uses: { tables.orders: read } }
`,
});
const here = { project: 'here-1', region: 'us-east1' };

/** The property paths of the resources of an architecture that no reader understands. */
const unexpected = (folder: string, target: 'gcp-cdktf' | 'gcp-pulumi'): string[] =>
  readFacts(folder, target, 'app').unrecognized.map(({ owner, path }) => `${owner ?? ''}!${path.join('.')}`);

describe('Pulumi', () => {
  type Make = () => { args?: object; options?: ComponentResourceOptions };

  async function run(make: Make): Promise<{ recording: Recording; found: string[] }> {
    const folder = join(temporaryFolder(), 'program');
    const program = () => {
      const { args, options } = make();
      new OnPulumi('shop', { architecture, ...args }, options);
    };
    const recording = await recordInProcess(program, { project: 'app', stack: 'dev', keepFile: (file) => file });
    mkdirSync(folder);
    writeFileSync(join(folder, 'resources.json'), JSON.stringify(recording));
    return { recording, found: unexpected(folder, 'gcp-pulumi') };
  }

  const provider = (name: string, args: object) => new Provider(name, args);
  const onTopics =
    (change: ResourceTransformation): ResourceTransformation =>
    (one) =>
      one.type === 'gcp:pubsub/topic:Topic' ? change(one) : undefined;

  test('takes project and region from an explicit provider, and nothing from the configuration', async () => {
    const { recording, found } = await run(() => ({ options: { provider: provider('p', here) } }));
    expect(found).toEqual([]);
    expect(JSON.stringify(recording)).not.toContain('"config"');
  });

  test('puts every resource into the project of the args, whatever its provider has', async () => {
    const { recording, found } = await run(() => ({
      args: here,
      options: { provider: provider('p', { project: 'elsewhere', region: 'us-west1' }) },
    }));
    expect(found).toEqual([]);
    const inProject = recording.resources
      .filter(({ inputs }) => inputs['project'] === 'here-1')
      .map(({ type }) => type);
    expect(inProject).toEqual(
      expect.arrayContaining([
        'gcp:pubsub/topic:Topic',
        'gcp:storage/bucket:Bucket',
        'gcp:firestore/database:Database',
      ]),
    );
    expect(JSON.stringify(recording.resources.filter(({ type }) => type.startsWith('gcp:')))).not.toContain('"config"');
  });

  test.each<[what: string, make: Make, found: readonly string[]]>([
    ['a provider of all', () => ({ options: { providers: [provider('p', here)] } }), []],
    ['protection of all', () => ({ options: { protect: true } }), []],
    ['an earlier name', () => ({ options: { aliases: [{ name: 'old' }] } }), []],
    ['timeouts', () => ({ options: { transformations: [longer] } }), []],
    ['retention of all', () => ({ options: { retainOnDelete: true } }), ['!options.retainOnDelete']],
    [
      'a resource in another project',
      () => ({
        args: here,
        options: {
          transformations: [onTopics(({ props, opts }) => ({ props: { ...props, project: 'other' }, opts }))],
        },
      }),
      ['topics.news!inputs.project'],
    ],
    [
      'a resource with another provider',
      () => ({
        options: {
          provider: provider('p', here),
          transformations: [
            onTopics(({ props, opts }) => ({
              props,
              opts: { ...opts, provider: provider('q', { project: 'other' }) },
            })),
          ],
        },
      }),
      ['topics.news!inputs.project', 'topics.news!options.provider'],
    ],
    [
      'a resource that is protected alone',
      () => ({
        options: { transformations: [onTopics(({ props, opts }) => ({ props, opts: { ...opts, protect: true } }))] },
      }),
      ['topics.news!options.protect'],
    ],
    [
      'a resource whose changes are ignored',
      () => ({
        options: {
          transformations: [onTopics(({ props, opts }) => ({ props, opts: { ...opts, ignoreChanges: ['labels'] } }))],
        },
      }),
      ['topics.news!options.ignoreChanges.0'],
    ],
  ])('%s', async (_, make, found) => {
    expect((await run(make)).found.sort()).toEqual([...found].sort());
  });

  const longer: ResourceTransformation = ({ props, opts }) => ({
    props,
    opts: { ...opts, customTimeouts: { create: '1h' } },
  });

  test('fails with an empty project', () => {
    expect(() => new OnPulumi('shop', { architecture, project: '' })).toThrow('project: must be text, got ""');
  });

  test('fails without a cloud, and with a place on AWS', () => {
    const make = (args: object) => () => new ServerlessArchitecture('shop', { architecture, ...args } as never);
    expect(make({})).toThrow('cloud: must be aws or gcp, got nothing');
    expect(make({ cloud: 'aws', region: 'us-east-1' })).toThrow(
      "region: can't be set on AWS, where the provider decides",
    );
  });

  test('has the warnings that Pulumi prints', async () => {
    let warnings: readonly unknown[] = [];
    const lossy = stage({
      text: `name: lossy
topics: { news: {} }
functions:
  a: { runtime: nodejs22, code: a, handler: index.handler, triggers: [{ topic: news }] }
`,
    });
    const program = () => void ({ warnings } = new OnPulumi('lossy', { architecture: lossy }));
    await recordInProcess(program, { project: 'app', stack: 'dev', keepFile: (file) => file });
    expect(warnings).toContainEqual(expect.objectContaining({ path: 'functions.a.triggers.0' }));
  });
});

describe('CDKTF', () => {
  function run(make: (stack: TerraformStack) => Partial<ServerlessArchitectureProps> | void) {
    const outdir = temporaryFolder();
    const app = new App({ outdir });
    const stack = new TerraformStack(app, 'mine');
    const props = { architecture, ...here, ...make(stack) };
    OnCdktf.addProviders(stack, props);
    new OnCdktf(stack, 'Shop', props);
    app.synth();
    return { stack: stackOf(outdir, 'mine'), found: unexpected(outdir, 'gcp-cdktf') };
  }

  const google = (stack: TerraformStack, id: string, config: object) => new GoogleProvider(stack, id, config);
  const topicOf = ({ resource }: ReturnType<typeof run>['stack']) =>
    Object.values(resource['google_pubsub_topic']!)[0]!;
  const onTopics = (stack: TerraformStack, change: (topic: PubsubTopic) => void) =>
    Aspects.of(stack).add({ visit: (node) => void (node instanceof PubsubTopic && change(node)) });

  test('leaves the project to a provider that has the same', () => {
    const { stack, found } = run((one) => void google(one, 'g', here));
    expect(found).toEqual([]);
    expect(topicOf(stack)).not.toHaveProperty('project');
  });

  test.each([
    ['another project', { project: 'elsewhere' }],
    ['no project', {}],
  ])('puts every resource into its project where the provider has %s', (_, config) => {
    const { stack, found } = run((one) => void google(one, 'g', config));
    expect(found).toEqual([]);
    expect(topicOf(stack)['project']).toBe('here-1');
  });

  test('gives an aliased provider to every resource and data source', () => {
    const { stack, found } = run((one) => {
      google(one, 'g', { project: 'elsewhere' });
      return {
        provider: [
          google(one, 'eu', { ...here, alias: 'eu' }),
          new GoogleBetaProvider(one, 'b', { ...here, alias: 'eu' }),
        ],
      };
    });
    expect(found).toEqual([]);
    expect(topicOf(stack)['provider']).toBe('google.eu');
    expect(topicOf(stack)).not.toHaveProperty('project');
    const others = Object.entries(stack.resource)
      .filter(([type]) => type.startsWith('google_'))
      .flatMap(([, bodies]) => Object.values(bodies).map(({ provider }) => provider));
    expect(new Set(others)).toEqual(new Set(['google.eu']));
  });

  test.each<[what: string, change: (stack: TerraformStack) => void, found: readonly string[]]>([
    [
      'an aspect that gives all resources an alias',
      (stack) => {
        const provider = google(stack, 'eu', { ...here, alias: 'eu' });
        Aspects.of(stack).add({
          visit: (node) => void (node instanceof TerraformResource && (node.provider = provider)),
        });
      },
      [],
    ],
    [
      'a resource with another provider',
      (stack) => {
        const provider = google(stack, 'eu', { ...here, alias: 'eu' });
        onTopics(stack, (topic) => (topic.provider = provider));
      },
      ['topics.news!provider'],
    ],
    [
      'a resource in another project',
      (stack) => onTopics(stack, (topic) => (topic.project = 'other')),
      ['topics.news!project'],
    ],
  ])('%s', (_, change, found) => {
    const made = run((stack) => {
      google(stack, 'g', here);
      change(stack);
    });
    expect(made.found).toEqual(found);
  });

  test('fails without project and region, and names both', () => {
    const make = () => run((stack) => (google(stack, 'g', {}), { project: undefined, region: '' } as never));
    expect(make).toThrow('project: must be text, got nothing');
    expect(make).toThrow('region: must be text, got ""');
  });
});
