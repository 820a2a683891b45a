import { Pointer } from '../made';
import { pascalCase } from '../../model/name';
import type { Dialect } from '../gcp/dialect';
import { readArchive } from './code';

/** CDKTF writes Terraform's names, which are Google's, and names parts by construct ids. */
export const dialect: Dialect = {
  types: {
    account: 'google_service_account',
    address: 'google_compute_global_address',
    agent: 'google_project_service_identity',
    alarm: 'google_monitoring_alert_policy',
    backend: 'google_compute_backend_service',
    bucket: 'google_storage_bucket',
    channel: 'google_monitoring_notification_channel',
    connector: 'google_vpc_access_connector',
    database: 'google_firestore_database',
    enabled: 'google_project_service',
    endpointGroup: 'google_compute_region_network_endpoint_group',
    field: 'google_firestore_field',
    forwardingRule: 'google_compute_global_forwarding_rule',
    function: 'google_cloudfunctions2_function',
    invoker: 'google_cloud_run_service_iam_member',
    job: 'google_cloud_scheduler_job',
    nat: 'google_compute_router_nat',
    network: 'google_compute_network',
    notification: 'google_storage_notification',
    object: 'google_storage_bucket_object',
    onAccount: 'google_service_account_iam_member',
    onBucket: 'google_storage_bucket_iam_member',
    onFunction: 'google_cloudfunctions2_function_iam_member',
    onProject: 'google_project_iam_member',
    onRepository: 'google_artifact_registry_repository_iam_member',
    onSecret: 'google_secret_manager_secret_iam_member',
    onService: 'google_cloud_run_v2_service_iam_member',
    onSubscription: 'google_pubsub_subscription_iam_member',
    onTopic: 'google_pubsub_topic_iam_member',
    parameter: 'google_parameter_manager_parameter',
    parameterVersion: 'google_parameter_manager_parameter_version',
    project: 'data.google_project',
    proxy: 'google_compute_target_http_proxy',
    repository: 'google_artifact_registry_repository',
    role: 'google_project_iam_custom_role',
    router: 'google_compute_router',
    secret: 'google_secret_manager_secret',
    secretVersion: 'google_secret_manager_secret_version',
    service: 'google_cloud_run_v2_service',
    storageAgent: 'data.google_storage_project_service_account',
    subnetwork: 'google_compute_subnetwork',
    subscription: 'google_pubsub_subscription',
    topic: 'google_pubsub_topic',
    urlMap: 'google_compute_url_map',
    wait: 'time_sleep',
  },
  word: (google) => google.replace('[]', ''),
  at: [],
  waits: ['depends_on'],
  asked: { at: [], waits: ['depends_on'] },
  // The variables of the standalone program.
  project: new Pointer('var', 'project'),
  region: new Pointer('var', 'region'),
  functionUri: 'service_config[0].uri',
  part: pascalCase,
  options: {
    retained: (resource) =>
      resource.one(['lifecycle'], [{ prevent_destroy: true }, true], [{ prevent_destroy: false }, false]),
    // Google's provider obeys the policy without a setting of Terraform's; any other one is unrecognized.
    agreesWithPolicy: () => true,
    // The policy keeps the whole alone, so a part needs a setting of its own.
    staysWith: (part, isKept) => part.fixed(['lifecycle'], { prevent_destroy: isKept }),
    // Terraform addresses a block as the first of a list.
    ignores: (resource, ...properties) =>
      resource.fixed(['lifecycle'], { ignore_changes: properties.map((property) => property.join('[0].')) }),
    isBeta: (resource) => resource.fixed(['provider'], 'google-beta'),
    // Terraform's default order of a replacement.
    isDeletedFirst: () => true,
  },
  archive: readArchive,
};
