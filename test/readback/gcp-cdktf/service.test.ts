import { reader } from '../../../lib/readback/gcp-cdktf/reader';
import { mutants, terraform, type Piece } from '../pieces';

const probe = { http_get: { path: '/health', port: 80 }, timeout_seconds: 5 };

const pieces: readonly Piece[] = [
  {
    address: 'google_cloud_run_v2_service.web',
    type: 'google_cloud_run_v2_service',
    owner: 'services.web',
    properties: {
      name: 'shop-web-12345678',
      location: '${var.region}',
      ingress: 'INGRESS_TRAFFIC_ALL',
      invoker_iam_disabled: true,
      deletion_protection: false,
      labels: { team: 'shop' },
      scaling: { scaling_mode: 'MANUAL', manual_instance_count: 3 },
      template: {
        service_account: '${google_service_account.web.email}',
        max_instance_request_concurrency: 80,
        containers: [
          {
            image: 'nginx',
            args: ['sh', 'echo $${HOME}'],
            ports: { container_port: 80 },
            env: [
              { name: 'TABLE', value: '${google_firestore_database.orders.name}' },
              { name: 'MODE', value: 'fast' },
              {
                name: 'TOKEN',
                value_source: {
                  secret_key_ref: { secret: '${google_secret_manager_secret.token.id}', version: 'latest' },
                },
              },
            ],
            resources: { limits: { cpu: '1', memory: '512Mi' }, cpu_idle: true, startup_cpu_boost: true },
            startup_probe: { ...probe, period_seconds: 5, failure_threshold: 48 },
            liveness_probe: { ...probe, period_seconds: 30, failure_threshold: 3 },
          },
        ],
      },
      traffic: [{ type: 'TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST', percent: 100 }],
      depends_on: [
        'google_project_service.run',
        'google_secret_manager_secret_iam_member.UseSecretsToken',
        'google_cloud_run_service_iam_member.UseFunctionsAsked',
        'google_secret_manager_secret_version.token',
      ],
    },
  },
  {
    address: 'google_service_account.web',
    type: 'google_service_account',
    owner: 'services.web',
    properties: {
      account_id: 'shop-web-12345678',
      display_name: 'shop services.web',
      depends_on: ['google_project_service.iam'],
    },
  },
  {
    address: 'google_secret_manager_secret_iam_member.UseSecretsToken',
    type: 'google_secret_manager_secret_iam_member',
    owner: 'services.web',
    properties: {
      secret_id: '${google_secret_manager_secret.token.id}',
      role: 'roles/secretmanager.secretAccessor',
      member: '${google_service_account.web.member}',
    },
  },
  {
    address: 'google_cloud_run_service_iam_member.UseFunctionsAsked',
    type: 'google_cloud_run_service_iam_member',
    owner: 'services.web',
    properties: {
      location: '${var.region}',
      service: '${google_cloudfunctions2_function.asked.name}',
      role: 'roles/run.invoker',
      member: '${google_service_account.web.member}',
    },
  },
];

/** What others have read already. */
const around: readonly Piece[] = [
  ...['run', 'iam'].map((name) => ({
    address: `google_project_service.${name}`,
    type: 'google_project_service',
    owner: 'foundation' as const,
    properties: { service: `${name}.googleapis.com` },
  })),
  {
    address: 'google_firestore_database.orders',
    type: 'google_firestore_database',
    owner: 'tables.orders',
    properties: {},
  },
  ...['google_secret_manager_secret', 'google_secret_manager_secret_version'].map((type) => ({
    address: `${type}.token`,
    type,
    owner: 'secrets.token' as const,
    properties: {},
  })),
  {
    address: 'google_cloudfunctions2_function.asked',
    type: 'google_cloudfunctions2_function',
    owner: 'functions.asked',
    properties: {},
  },
];

function read(changed: readonly Piece[] = pieces) {
  const artefact = terraform([...changed, ...around]);
  const fact = reader.nouns.services('web', artefact);
  return { fact, unrecognized: artefact.unrecognized().filter(({ owner }) => owner === 'services.web') };
}

test('service: reads every property', () => {
  expect(read()).toEqual({
    fact: {
      alarms: [],
      cpuAlways: false,
      requestsPerInstance: 80,
      image: 'nginx',
      command: ['sh', 'echo ${HOME}'],
      port: 80,
      environment: { TABLE: '${tables.orders.name}', MODE: 'fast' },
      secrets: { TOKEN: 'token' },
      cpu: 1,
      memoryMiB: 512,
      network: 'none',
      ingress: 'public',
      healthCheck: { path: '/health', intervalSeconds: 30, timeoutSeconds: 5, unhealthyCount: 3 },
      coldStart: { provisioned: 3 },
      triggers: [],
      uses: { 'secrets.token': 'read', 'functions.asked': 'invoke' },
      physicalNames: { service: 'shop-web-12345678', serviceAccount: 'shop-web-12345678' },
      needs: ['run.googleapis.com'],
      tags: { team: 'shop' },
    },
    unrecognized: [],
  });
});

test('service: reads nothing without a resource', () => {
  expect(reader.nouns.services('other', terraform(pieces))).toBeUndefined();
});

describe('service: is different if', () => {
  const right = JSON.stringify(read());
  test.each([...mutants(pieces)].map(({ at, pieces: changed }) => [at, changed] as const))(
    '%s changes',
    (_, changed) => {
      expect(JSON.stringify(read(changed))).not.toBe(right);
    },
  );

  test('it is public with internal ingress', () => {
    const [service, ...rest] = pieces as [Piece, ...Piece[]];
    const changed = { ...service, properties: { ...service.properties, ingress: 'INGRESS_TRAFFIC_INTERNAL_ONLY' } };
    expect(read([changed, ...rest]).fact?.ingress).toBeUndefined();
  });

  test('it has a second role', () => {
    const grant: Piece = {
      address: 'google_project_iam_member.more',
      type: 'google_project_iam_member',
      owner: 'services.web',
      properties: { role: 'roles/owner' },
    };
    expect(read([...pieces, grant]).unrecognized).toMatchObject([{ resource: 'google_project_iam_member.more' }]);
  });
});
