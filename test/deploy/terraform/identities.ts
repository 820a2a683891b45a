/** What a resource, or a data source, is made of that its schema doesn't tell. Attributes stand in braces, by their paths. */
export interface Identity {
  /** The id, as the provider documents it. A resource with another one is another resource. */
  readonly id: string;
  /** What other computed attributes become, by their paths. */
  readonly values?: Readonly<Record<string, string>>;
  /** Whether making what is there already is no conflict: a service that is on, a role that is held. */
  readonly adopts?: true;
}

const account = '{account_id}@{project}.iam.gserviceaccount.com';

/** What Google calls the project in the addresses of its own accounts. */
export const number = '123456789012';
const pubsubAgent = `service-${number}@gcp-sa-pubsub.iam.gserviceaccount.com`;
const storageAgent = `service-${number}@gs-project-accounts.iam.gserviceaccount.com`;

/** All resources and data sources that a target renders. */
export const identities: Readonly<Record<string, Identity>> = {
  google_artifact_registry_repository: {
    id: 'projects/{project}/locations/{location}/repositories/{repository_id}',
    values: { name: '{repository_id}' },
  },
  google_artifact_registry_repository_iam_member: {
    id: 'projects/{project}/locations/{location}/repositories/{repository}/{role}/{member}',
    adopts: true,
  },
  google_cloud_run_service_iam_member: {
    id: 'v1/projects/{project}/locations/{location}/services/{service}/{role}/{member}',
    adopts: true,
  },
  google_cloud_run_v2_service: {
    id: 'projects/{project}/locations/{location}/services/{name}',
    values: { uri: 'https://{name}-{project}.{location}.run.app' },
  },
  google_cloud_run_v2_service_iam_member: {
    id: 'projects/{project}/locations/{location}/services/{name}/{role}/{member}',
    adopts: true,
  },
  google_cloud_scheduler_job: { id: 'projects/{project}/locations/{region}/jobs/{name}' },
  google_cloudfunctions2_function: {
    id: 'projects/{project}/locations/{location}/functions/{name}',
    values: {
      url: 'https://{location}-{project}.cloudfunctions.net/{name}',
      'service_config.uri': 'https://{name}-{project}.{location}.run.app',
    },
  },
  google_cloudfunctions2_function_iam_member: {
    id: 'projects/{project}/locations/{location}/functions/{cloud_function}/{role}/{member}',
    adopts: true,
  },
  google_compute_backend_service: { id: 'projects/{project}/global/backendServices/{name}' },
  google_compute_global_address: {
    id: 'projects/{project}/global/addresses/{name}',
    // An address that stands for any in documents.
    values: { address: '203.0.113.7' },
  },
  google_compute_global_forwarding_rule: { id: 'projects/{project}/global/forwardingRules/{name}' },
  google_compute_network: { id: 'projects/{project}/global/networks/{name}' },
  google_compute_router: { id: 'projects/{project}/regions/{region}/routers/{name}' },
  google_compute_router_nat: { id: '{project}/{region}/{router}/{name}' },
  google_compute_subnetwork: { id: 'projects/{project}/regions/{region}/subnetworks/{name}' },
  google_compute_region_network_endpoint_group: {
    id: 'projects/{project}/regions/{region}/networkEndpointGroups/{name}',
  },
  google_compute_target_http_proxy: { id: 'projects/{project}/global/targetHttpProxies/{name}' },
  google_compute_url_map: { id: 'projects/{project}/global/urlMaps/{name}' },
  google_firestore_database: { id: 'projects/{project}/databases/{name}' },
  google_firestore_field: {
    id: 'projects/{project}/databases/{database}/collectionGroups/{collection}/fields/{field}',
    adopts: true,
  },
  // Google makes up the ends of these two; here they are what people read.
  google_monitoring_alert_policy: {
    id: 'projects/{project}/alertPolicies/{display_name}',
    values: { name: 'projects/{project}/alertPolicies/{display_name}' },
  },
  google_monitoring_notification_channel: {
    id: 'projects/{project}/notificationChannels/{display_name}',
    values: { name: 'projects/{project}/notificationChannels/{display_name}' },
  },
  google_parameter_manager_parameter: {
    id: 'projects/{project}/locations/global/parameters/{parameter_id}',
    values: { name: 'projects/{project}/locations/global/parameters/{parameter_id}' },
  },
  google_parameter_manager_parameter_version: {
    id: '{parameter}/versions/{parameter_version_id}',
    values: { name: '{parameter}/versions/{parameter_version_id}' },
  },
  google_project_iam_custom_role: {
    id: 'projects/{project}/roles/{role_id}',
    values: { name: 'projects/{project}/roles/{role_id}' },
  },
  google_project_iam_member: { id: '{project}/{role}/{member}/{condition.title}', adopts: true },
  google_project_service: { id: '{project}/{service}', adopts: true },
  google_project_service_identity: {
    id: 'projects/{project}/services/{service}',
    values: { email: pubsubAgent, member: `serviceAccount:${pubsubAgent}` },
    adopts: true,
  },
  google_pubsub_subscription: { id: 'projects/{project}/subscriptions/{name}' },
  google_pubsub_subscription_iam_member: { id: '{subscription}/{role}/{member}', adopts: true },
  google_pubsub_topic: { id: 'projects/{project}/topics/{name}' },
  google_pubsub_topic_iam_member: { id: '{topic}/{role}/{member}', adopts: true },
  google_secret_manager_secret: {
    id: 'projects/{project}/secrets/{secret_id}',
    values: { name: `projects/${number}/secrets/{secret_id}` },
  },
  google_secret_manager_secret_iam_member: { id: '{secret_id}/{role}/{member}', adopts: true },
  google_secret_manager_secret_version: {
    // The first: later ones are nobody's in Terraform.
    id: '{secret}/versions/1',
    values: { name: '{secret}/versions/1', version: '1' },
  },
  google_service_account: {
    id: `projects/{project}/serviceAccounts/${account}`,
    values: {
      email: account,
      member: `serviceAccount:${account}`,
      name: `projects/{project}/serviceAccounts/${account}`,
    },
  },
  google_service_account_iam_member: { id: '{service_account_id}/{role}/{member}', adopts: true },
  google_storage_bucket: { id: '{name}', values: { url: 'gs://{name}' } },
  google_storage_bucket_iam_member: { id: 'b/{bucket}/{role}/{member}', adopts: true },
  google_storage_bucket_object: { id: '{bucket}-{name}', values: { output_name: '{name}' } },
  google_storage_notification: { id: '{bucket}/notificationConfigs/{topic}', values: { notification_id: '1' } },
  // Terraform makes its id up, of the time. A wait since something else is another one.
  time_sleep: { id: 'since/{triggers}', adopts: true },
  'data.google_project': { id: 'projects/{project}', values: { number, project_id: '{project}' } },
  'data.google_storage_project_service_account': {
    id: storageAgent,
    values: { email_address: storageAgent, member: `serviceAccount:${storageAgent}` },
  },
  google_vpc_access_connector: { id: 'projects/{project}/locations/{region}/connectors/{name}' },
};
