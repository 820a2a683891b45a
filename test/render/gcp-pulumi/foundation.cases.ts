import { planOf } from '../gcp-shop';
import { record, type Recorded } from './program';

const functions = { f: { runtime: 'nodejs22', code: 'x', handler: { gcp: 'x' } } };
const ending = (name: string): unknown => expect.stringMatching(new RegExp(`::shop-${name}$`));

describe('the foundation on gcp-pulumi', () => {
  let recorded: Recorded;
  beforeAll(async () => {
    recorded = await record(planOf({ foundation: { network: 'default' }, functions }));
  });

  test('looks up no network, and connects to none', () => {
    expect(recorded.invokes).toEqual([]);
    expect(recorded.resources.filter(({ type }) => /^gcp:(?:compute|vpcaccess)/.test(type))).toEqual([]);
  });

  test('enables each service after the two that enable others', () => {
    const enabled = recorded.ofType('projects/service:Service');
    expect(enabled['shop-foundation-enable-serviceusage']!.options.dependsOn).toBeUndefined();
    expect(enabled['shop-foundation-enable-cloudresourcemanager']!.options.dependsOn).toBeUndefined();
    expect(enabled['shop-foundation-enable-run']!.options.dependsOn).toEqual([
      ending('foundation-enable-cloudresourcemanager'),
      ending('foundation-enable-serviceusage'),
    ]);
  });

  test('waits until the roles of the build account have taken effect, and the function waits for that', () => {
    const wait = recorded.resources.find(({ type }) => type === 'time:index/sleep:Sleep')!;
    expect(wait).toMatchObject({ name: 'shop-foundation-build-wait', inputs: { createDuration: '120s' } });
    const after = (wait.options.dependsOn ?? []).map((urn) => urn.slice(urn.lastIndexOf('::') + 2)).sort();
    expect(after).toEqual(
      [
        ...['build-reads-copied-source', 'build-reads-source', 'build-writes-images', 'build-writes-logs'],
        ...['enable-artifactregistry', 'enable-cloudbuild', 'enable-cloudfunctions', 'enable-run'],
      ].map((name) => `shop-foundation-${name}`),
    );
    const [handler] = Object.values(recorded.ofType('cloudfunctionsv2/function:Function'));
    expect(handler!.options.dependsOn).toContainEqual(ending('foundation-build-wait'));
  });

  test('is exported as one readable document, which is deleted before its replacement is created', () => {
    const version = recorded.ofType('parametermanager/parameterVersion:ParameterVersion');
    const { inputs, options } = version['shop-foundation-ground-version']!;
    const { $join: pieces } = inputs['parameterData'] as unknown as { readonly $join: readonly unknown[] };
    const text = pieces.map((piece) => (typeof piece === 'string' ? piece : '…')).join('');
    expect(text).toBe(
      '{"buildServiceAccount":"…","project":"…","region":"…","repository":"…","schema":1,"sourceBucket":"…"}',
    );
    expect(options).toEqual({ deleteBeforeReplace: true });
  });

  test('exposes its resources to an app', () => {
    const { build, exported, services } = recorded.rendered.foundation;
    expect([build?.sourceBucket, exported?.version]).not.toContain(undefined);
    expect(Object.keys(services)).toContain('cloudbuild.googleapis.com');
  });
});

test("architecture on gcp-pulumi: creates Pub/Sub's service agent, and waits before its roles", async () => {
  const recorded = await record(planOf({ queues: { jobs: {} } }));
  const agent = recorded.ofType('projects/serviceIdentity:ServiceIdentity')['shop-foundation-pubsub-agent']!;
  expect(agent.inputs).toMatchObject({ service: 'pubsub.googleapis.com' });
  const grants = Object.values(recorded.ofType('pubsub/topicIAMMember:TopicIAMMember'));
  expect(grants.map(({ options }) => options.dependsOn)).toEqual(grants.map(() => [ending('foundation-agents-wait')]));
});

test('foundation on gcp-pulumi: without functions, builds nothing and waits for nothing', async () => {
  const recorded = await record(planOf({ foundation: {} }));
  expect(recorded.rendered.foundation.build).toBeUndefined();
  expect(recorded.resources.map(({ type }) => type)).not.toContain('time:index/sleep:Sleep');
});
