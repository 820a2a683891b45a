import { App, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { renderArchitecture } from '../../../lib/render/gcp-cdktf/architecture';
import { planOf } from '../gcp-shop';
import { synthesize } from './stack';

const build = { runtime: 'nodejs22', code: 'x', handler: { gcp: 'x' } };

describe('the foundation on gcp-cdktf', () => {
  const { ofType, rendered } = synthesize(planOf({ foundation: { network: 'default' }, functions: { f: build } }));

  test('enables the services that it needs, after the two that enable others, and never disables them', () => {
    const enabled = Object.values(ofType('google_project_service'));
    expect(enabled.map(({ service, depends_on: after }) => [service, after])).toEqual([
      ['cloudresourcemanager.googleapis.com', undefined],
      ['serviceusage.googleapis.com', undefined],
      ...['artifactregistry', 'cloudbuild', 'cloudfunctions', 'iam', 'parametermanager', 'run', 'storage'].map(
        (name) => [
          `${name}.googleapis.com`,
          [
            expect.stringContaining('EnableCloudresourcemanager') as unknown,
            expect.stringContaining('EnableServiceusage') as unknown,
          ],
        ],
      ),
    ]);
    expect(enabled.every(({ disable_on_destroy: off }) => off === false)).toBe(true);
  });

  test('lets the build account read the copies of source code that Cloud Functions makes', () => {
    expect(ofType('google_project_iam_member')['foundation/BuildReadsCopiedSource']).toMatchObject({
      role: 'roles/storage.objectViewer',
      condition: {
        title: 'sources of functions only',
        expression: 'resource.name.startsWith("projects/_/buckets/gcf-v2-sources-")',
      },
    });
  });

  test('keeps the newest images, and deletes old ones', () => {
    expect(ofType('google_artifact_registry_repository')['foundation/Repository']).toMatchObject({
      cleanup_policies: [
        { id: 'keep-newest', action: 'KEEP', most_recent_versions: { keep_count: 5 } },
        { id: 'delete-old', action: 'DELETE', condition: { tag_state: 'ANY', older_than: '2592000s' } },
      ],
      cleanup_policy_dry_run: false,
    });
  });

  test('waits until the roles of the build account have taken effect, and the function waits for that', () => {
    const wait = ofType('time_sleep')['foundation/BuildWait']!;
    const after = (wait['depends_on'] as string[]).map((address) => address.replace(/_[0-9A-F]{8}$/, ''));
    expect(wait).toMatchObject({ create_duration: '120s' });
    expect(after).toEqual([
      ...['Artifactregistry', 'Cloudbuild', 'Cloudfunctions', 'Run'].map(
        (name) => `google_project_service.Architecture_foundation_Enable${name}`,
      ),
      'google_project_iam_member.Architecture_foundation_BuildWritesLogs',
      'google_project_iam_member.Architecture_foundation_BuildReadsCopiedSource',
      'google_storage_bucket_iam_member.Architecture_foundation_BuildReadsSource',
      'google_artifact_registry_repository_iam_member.Architecture_foundation_BuildWritesImages',
    ]);
    expect(ofType('google_cloudfunctions2_function')['functions/f/Function']!['depends_on']).toContainEqual(
      expect.stringMatching(/^time_sleep\.Architecture_foundation_BuildWait/),
    );
  });

  test('looks up no network, and connects to none', () => {
    expect(ofType('data.google_compute_network')).toEqual({});
    expect(ofType('google_vpc_access_connector')).toEqual({});
  });

  test('is exported as one document, with references to values known after the deployment', () => {
    const version = ofType('google_parameter_manager_parameter_version')['foundation/GroundVersion']!;
    const document = JSON.parse(version['parameter_data'] as string) as Record<string, unknown>;
    expect(document).toMatchObject({ schema: 1, project: '${var.project}', region: '${var.region}' });
    expect(Object.keys(document)).toEqual(Object.keys(document).sort());
    expect(document['sourceBucket']).toMatch(/^\$\{google_storage_bucket\.\w+\.name\}$/);
  });

  test('exposes its resources to an app', () => {
    expect(rendered.foundation.build!.sourceBucket.forceDestroyInput).toBe(true);
    expect(rendered.foundation.exported!.parameter.parameterIdInput).toBe('triptych-shop-dev-ground');
    expect(Object.keys(rendered.foundation.services)).toContain('cloudbuild.googleapis.com');
  });
});

test('foundation on gcp-cdktf: without functions, is only a document, and builds nothing', () => {
  const { ofType, rendered } = synthesize(planOf({ foundation: {} }, 'prod'));
  const version = ofType('google_parameter_manager_parameter_version')['foundation/GroundVersion']!;
  expect(Object.keys(JSON.parse(version['parameter_data'] as string) as object)).toEqual([
    'project',
    'region',
    'schema',
  ]);
  expect(rendered.foundation.build).toBeUndefined();
  expect(ofType('google_storage_bucket')).toEqual({});
  expect(ofType('time_sleep')).toEqual({});
  expect(rendered.foundation.exported!.parameter.parameterIdInput).toBe('triptych-shop-prod-ground');
});

test('architecture on gcp-cdktf: without a foundation and functions, enables only the services that it uses', () => {
  const { rendered } = synthesize(planOf({ services: { web: { image: 'nginx' } } }));
  expect(Object.keys(rendered.foundation.services)).toEqual([
    'cloudresourcemanager.googleapis.com',
    'serviceusage.googleapis.com',
    'iam.googleapis.com',
    'run.googleapis.com',
  ]);
  expect(rendered.foundation).toMatchObject({ build: undefined, exported: undefined });
});

test("architecture on gcp-cdktf: creates Pub/Sub's service agent with Google's beta provider, before its roles", () => {
  const { ofType } = synthesize(planOf({ queues: { jobs: {} } }));
  expect(ofType('google_project_service_identity')).toEqual({
    'foundation/PubsubAgent': {
      provider: 'google-beta',
      project: '${var.project}',
      service: 'pubsub.googleapis.com',
      depends_on: [expect.stringContaining('EnablePubsub')],
    },
  });
  expect(ofType('time_sleep')['foundation/AgentsWait']).toMatchObject({
    depends_on: [expect.stringContaining('google_project_service_identity')],
  });
  for (const type of ['google_pubsub_topic_iam_member', 'google_pubsub_subscription_iam_member'])
    for (const grant of Object.values(ofType(type)))
      expect(grant['depends_on']).toEqual([expect.stringContaining('AgentsWait')]);
});

test.each([
  ['google-beta', { queues: { jobs: {} } }, "new GoogleBetaProvider(stack, 'google-beta', { project, region })"],
  ['time', { functions: { f: build } }, "new TimeProvider(stack, 'time')"],
])('architecture on gcp-cdktf: fails on a stack without the provider %s, with the line to add', (name, given, line) => {
  const render = () => {
    const stack = new TerraformStack(new App(), 'stack');
    renderArchitecture(new Construct(stack, 'Architecture'), planOf(given), { project: 'p', region: 'r' });
  };
  expect(render).toThrow(`the stack stack has no provider ${name}, which stack/Architecture/foundation requires`);
  expect(render).toThrow(line);
});
