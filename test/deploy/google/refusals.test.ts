import { refusalOf, refusals } from './refusals';
import type { GoogleProject, GoogleResource } from './resource';

const make = (type: string, attributes: GoogleResource['attributes']): GoogleResource => ({ type, attributes });

const project = (...resources: readonly GoogleResource[]): GoogleProject => ({
  id: 'shop',
  resources,
  read: new Set(),
  restrictsDomains: false,
});

const enable = (api: string) => make('google_project_service', { service: `${api}.googleapis.com` });
const bootstrap = ['cloudresourcemanager', 'serviceusage'].map(enable);
const builder = make('google_service_account', { email: 'build@shop.iam.gserviceaccount.com' });
const member = 'serviceAccount:build@shop.iam.gserviceaccount.com';
const sources = (prefix: string) =>
  make('google_project_iam_member', {
    member,
    role: 'roles/storage.objectViewer',
    condition: [{ expression: `resource.name.startsWith("projects/_/buckets/${prefix}")` }],
  });
const logs = make('google_project_iam_member', { member, role: 'roles/logging.logWriter' });
const images = make('google_artifact_registry_repository_iam_member', {
  member,
  role: 'roles/artifactregistry.writer',
});
const wait = make('time_sleep', { create_duration: '90s' });

const handler = (service_config: object = {}) =>
  make('google_cloudfunctions2_function', {
    name: 'shop-count-1',
    url: 'https://europe-west1-shop.cloudfunctions.net/shop-count-1',
    build_config: [{ service_account: 'projects/shop/serviceAccounts/build@shop.iam.gserviceaccount.com' }],
    service_config: [{ ingress_settings: 'ALLOW_INTERNAL_ONLY', ...service_config }],
  });
const push = (push_endpoint: string) => make('google_pubsub_subscription', { push_config: [{ push_endpoint }] });
const job = (uri: string) => make('google_cloud_scheduler_job', { http_target: [{ uri }] });
const open = make('google_cloud_run_service_iam_member', { service: 'shop-count-1', member: 'allUsers' });
const agent = (name: string) =>
  make('google_pubsub_topic_iam_member', { member: `serviceAccount:service-1@${name}.iam.gserviceaccount.com` });
const runApp = 'https://shop-count-1-abc.a.run.app/triggers/queue/jobs';

type Case = readonly [asked: GoogleResource, project: GoogleProject];

/** For each refusal, what it refuses and the nearest that it accepts. */
const cases: Readonly<Record<keyof typeof refusals, { refused: readonly Case[]; accepted: readonly Case[] }>> = {
  buildWithoutRole: {
    refused: [
      [handler(), project(builder, logs, images)],
      [handler(), project(builder, sources('shop-source-'), logs, images)],
      [handler(), project(builder, sources('gcf-v2-sources-'), images)],
      [handler(), project(builder, sources('gcf-v2-sources-'), logs)],
    ],
    accepted: [[handler(), project(builder, sources('gcf-v2-sources-'), logs, images)]],
  },
  buildTooEarly: {
    refused: [
      [handler(), project(builder, logs)],
      [handler(), project(builder, wait, logs)],
    ],
    accepted: [[handler(), project(builder, logs, wait)]],
  },
  disabledService: {
    refused: [
      [enable('pubsub'), project()],
      [enable('pubsub'), project(enable('serviceusage'))],
      [make('google_pubsub_topic', {}), project(...bootstrap)],
      [handler(), project(enable('cloudfunctions'))],
    ],
    accepted: [
      [enable('serviceusage'), project()],
      [enable('pubsub'), project(...bootstrap)],
      [make('google_pubsub_topic', {}), project(enable('pubsub'))],
    ],
  },
  forgeableEvents: {
    refused: [
      [open, project(push(runApp))],
      [push(runApp), project(open)],
      [job(runApp), project(open)],
    ],
    accepted: [
      [push('https://shop-other-1-abc.a.run.app/'), project(open)],
      [open, project(make('google_pubsub_subscription', {}))],
    ],
  },
  minimumAboveMaximum: {
    refused: [
      [handler({ min_instance_count: 3, max_instance_count: 2 }), project()],
      [handler({ min_instance_count: 150 }), project()],
      [
        make('google_cloud_run_v2_service', {
          template: [{ scaling: [{ min_instance_count: 2, max_instance_count: 1 }] }],
        }),
        project(),
      ],
    ],
    accepted: [[handler({ min_instance_count: 150, max_instance_count: 150 }), project()]],
  },
  missingAccount: {
    refused: [
      [agent('gcp-sa-pubsub'), project()],
      [agent('gcp-sa-monitoring-notification'), project()],
      [agent('gs-project-accounts'), project()],
      [logs, project()],
    ],
    accepted: [
      [agent('gcp-sa-pubsub'), project(make('google_project_service_identity', { service: 'pubsub.googleapis.com' }))],
      [
        agent('gcp-sa-monitoring-notification'),
        project(make('google_monitoring_notification_channel', { type: 'pubsub' })),
      ],
      [agent('gs-project-accounts'), { ...project(), read: new Set(['google_storage_project_service_account']) }],
      [logs, project(builder)],
    ],
  },
  reservedBucketName: {
    refused: ['my-google-files', 'goog-files', 'g00gle-files'].map((name) => [
      make('google_storage_bucket', { name }),
      project(),
    ]),
    accepted: [[make('google_storage_bucket', { name: 'my-files' }), project()]],
  },
  restrictedMember: {
    refused: [[open, { ...project(), restrictsDomains: true }]],
    accepted: [
      [open, project()],
      [
        { ...open, attributes: { member } },
        { ...project(), restrictsDomains: true },
      ],
    ],
  },
  unreachableAddress: {
    refused: [
      [push('https://europe-west1-shop.cloudfunctions.net/shop-count-1/triggers/queue/jobs'), project(handler())],
      [job('https://europe-west1-shop.cloudfunctions.net/shop-count-1/warm'), project(handler())],
    ],
    accepted: [
      [push(runApp), project(handler())],
      [job('https://run.googleapis.com/v2/x'), project(handler())],
    ],
  },
};

describe.each(Object.entries(cases))('%s', (name, { refused, accepted }) => {
  const refuse = refusals[name as keyof typeof refusals];
  const json = (all: readonly Case[]) => all.map((one) => [JSON.stringify(one[0]), ...one] as const);

  test.each(json(refused))('refuses %s', (_, asked, existing) => {
    expect(refuse(asked, existing)).toEqual(expect.any(String));
    expect(refusalOf(asked, existing)).toEqual(expect.any(String));
  });

  test.each(json(accepted))('accepts %s', (_, asked, existing) => {
    expect(refuse(asked, existing)).toBeUndefined();
  });
});
