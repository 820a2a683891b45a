import { reader } from '../../../lib/readback/gcp-cdktf/reader';
import { terraform, type Piece } from '../pieces';
import { withCode, type Element } from '../shop';

const region = '${var.region}';
const project = '${var.project}';
const labels = { team: 'x' };

const made =
  (owner: Piece['owner']) =>
  (id: string, type: string, properties: object): Piece => ({
    address: `google_${type}.${id}`,
    type: `google_${type}`,
    owner,
    properties: properties as Piece['properties'],
  });

const ofGround = made('foundation');
const ofFunction = made('functions.f');
const ofTable = made('tables.t');
const ofApi = made('apis.a');

const enabled = ['run', 'iam', 'firestore', 'compute', 'cloudresourcemanager'];
const needs = (...names: readonly string[]) => ({ depends_on: names.map((name) => `google_project_service.${name}`) });

const backend = '${google_compute_backend_service.f.id}';

const pieces: readonly Piece[] = [
  ...enabled.map((name) => ofGround(name, 'project_service', { service: `${name}.googleapis.com` })),
  ofGround('source', 'storage_bucket', { name: 'x' }),
  ofGround('images', 'artifact_registry_repository', {}),
  ofGround('builder', 'service_account', {}),
  { address: 'time_sleep.BuildWait', type: 'time_sleep', owner: 'foundation', properties: {} },

  ofFunction('f', 'cloudfunctions2_function', {
    build_config: {
      docker_repository: '${google_artifact_registry_repository.images.id}',
      entry_point: 'greet',
      runtime: 'python313',
      service_account: '${google_service_account.builder.name}',
      source: {
        storage_source: {
          bucket: '${google_storage_bucket_object.f.bucket}',
          object: '${google_storage_bucket_object.f.name}',
        },
      },
    },
    depends_on: ['google_project_service.run', 'time_sleep.BuildWait', 'google_project_iam_member.UseTablesT'],
    labels,
    location: region,
    name: 'shop-f-01234567',
    service_config: {
      all_traffic_on_latest_revision: true,
      available_memory: '1Gi',
      environment_variables: {
        GREETING: 'hello $${you}',
        TABLE: '${google_firestore_database.t.name}',
        SELF: 'at http://${google_compute_global_address.a.address}/x',
      },
      ingress_settings: 'ALLOW_INTERNAL_AND_GCLB',
      max_instance_count: 100,
      max_instance_request_concurrency: 1,
      min_instance_count: 2,
      service_account_email: '${google_service_account.f.email}',
      timeout_seconds: 10,
    },
  }),
  ofFunction('f', 'service_account', {
    account_id: 'shop-f-01234567',
    display_name: 'shop functions.f',
    ...needs('iam'),
  }),
  ofFunction('f', 'storage_bucket_object', {
    bucket: '${google_storage_bucket.source.name}',
    name: 'functions/f/c0de.zip',
    source: 'code.zip',
  }),
  ofFunction('UseTablesT', 'project_iam_member', {
    condition: {
      expression: 'resource.name == "projects/${var.project}/databases/${google_firestore_database.t.name}"',
      title: 't only',
    },
    member: '${google_service_account.f.member}',
    project,
    role: 'roles/datastore.viewer',
    ...needs('cloudresourcemanager'),
  }),
  ofFunction('invoke', 'cloud_run_service_iam_member', {
    location: region,
    member: 'allUsers',
    role: 'roles/run.invoker',
    service: '${google_cloudfunctions2_function.f.name}',
  }),

  ofTable('t', 'firestore_database', {
    delete_protection_state: 'DELETE_PROTECTION_ENABLED',
    deletion_policy: 'ABANDON',
    location_id: region,
    name: 'shop-t-01234567',
    point_in_time_recovery_enablement: 'POINT_IN_TIME_RECOVERY_ENABLED',
    type: 'FIRESTORE_NATIVE',
    ...needs('firestore'),
  }),
  ofTable('end', 'firestore_field', {
    collection: 'items',
    database: '${google_firestore_database.t.name}',
    field: 'end',
    lifecycle: { prevent_destroy: true },
    ttl_config: {},
  }),

  ofApi('a', 'compute_global_address', { labels: { team: 'x' }, name: 'shop-a-01234567', ...needs('compute') }),
  ofApi('a', 'compute_global_forwarding_rule', {
    ip_address: '${google_compute_global_address.a.id}',
    labels: { team: 'x' },
    load_balancing_scheme: 'EXTERNAL_MANAGED',
    name: 'shop-a-01234567',
    port_range: '80',
    target: '${google_compute_target_http_proxy.a.id}',
  }),
  ofApi('a', 'compute_target_http_proxy', { name: 'shop-a-01234567', url_map: '${google_compute_url_map.a.id}' }),
  ofApi('f', 'compute_region_network_endpoint_group', {
    cloud_run: { service: '${google_cloudfunctions2_function.f.name}' },
    name: 'shop-a-f',
    network_endpoint_type: 'SERVERLESS',
    region,
    ...needs('compute'),
  }),
  ofApi('f', 'compute_backend_service', {
    backend: [{ group: '${google_compute_region_network_endpoint_group.f.id}' }],
    load_balancing_scheme: 'EXTERNAL_MANAGED',
    log_config: { enable: true, sample_rate: 1 },
    name: 'shop-a-f',
  }),
  ofApi('a', 'compute_url_map', {
    default_service: backend,
    host_rule: [{ hosts: ['*'], path_matcher: 'routes' }],
    name: 'shop-a-01234567',
    path_matcher: [
      {
        default_service: backend,
        name: 'routes',
        route_rules: [
          {
            match_rules: [
              {
                header_matches: [{ exact_match: 'GET', header_name: ':method' }],
                path_template_match: '/orders/{id=*}',
              },
            ],
            priority: 1,
            service: backend,
          },
          { match_rules: [{ path_template_match: '/files/{rest=**}' }], priority: 2, service: backend },
          {
            match_rules: [{ prefix_match: '/' }],
            priority: 3,
            route_action: { fault_injection_policy: { abort: { http_status: 404, percentage: 100 } } },
            service: backend,
          },
        ],
      },
    ],
  }),
];

const open = (all: readonly Piece[]) => withCode(terraform(all));

/** The elements of a small shop in Terraform's JSON that was written by hand. */
export const shop = {
  function: { of: 'functions.f', pieces, open, read: (artefact) => reader.nouns.functions('f', artefact) } as Element<
    ReturnType<typeof reader.nouns.functions>
  >,
  table: { of: 'tables.t', pieces, open, read: (artefact) => reader.nouns.tables('t', artefact) } as Element<
    ReturnType<typeof reader.nouns.tables>
  >,
  api: { of: 'apis.a', pieces, open, read: (artefact) => reader.nouns.apis('a', artefact) } as Element<
    ReturnType<typeof reader.nouns.apis>
  >,
};
