import type { Rule } from '../rule';

/** The API that a type of resource needs, by the beginning of its name. */
const apis: readonly (readonly [RegExp, string])[] = [
  [/^google_artifact_registry_repository$/, 'artifactregistry'],
  [/^google_cloud_run_v2_service$/, 'run'],
  [/^google_cloud_scheduler_job$/, 'cloudscheduler'],
  [/^google_cloudfunctions2_function$/, 'cloudfunctions'],
  [/^google_compute_/, 'compute'],
  [/^google_firestore_/, 'firestore'],
  [/^google_monitoring_/, 'monitoring'],
  [/^google_parameter_manager_/, 'parametermanager'],
  [/^google_project_iam_custom_role$/, 'iam'],
  [/^google_project_iam_member$/, 'cloudresourcemanager'],
  [/^google_pubsub_(?:topic|subscription)$/, 'pubsub'],
  [/^google_secret_manager_/, 'secretmanager'],
  [/^google_service_account$/, 'iam'],
  [/^google_storage_(?:bucket|notification)$/, 'storage'],
  [/^google_vpc_access_connector$/, 'vpcaccess'],
];

const types = `google_artifact_registry_repository google_cloud_run_v2_service google_cloud_scheduler_job
  google_cloudfunctions2_function google_compute_backend_service google_compute_global_address
  google_compute_global_forwarding_rule google_compute_region_network_endpoint_group google_compute_target_http_proxy
  google_compute_url_map google_firestore_database google_firestore_field google_monitoring_alert_policy
  google_monitoring_notification_channel google_parameter_manager_parameter google_parameter_manager_parameter_version
  google_project_iam_custom_role google_project_iam_member google_pubsub_topic google_pubsub_subscription
  google_secret_manager_secret google_secret_manager_secret_version google_service_account google_storage_bucket
  google_storage_notification`.split(/\s+/);

export const rule: Rule = {
  title: 'A resource is made after the API of its service is enabled, which no API is in a new project.',
  sources: [
    'https://docs.cloud.google.com/service-usage/docs/enable-disable',
    'https://docs.cloud.google.com/functions/docs/create-deploy-gcloud',
  ],
  of: types,
  with: ['google_project_service'],
  *check(one, view) {
    const api = `${apis.find(([pattern]) => pattern.test(one.type))![1]}.googleapis.com`;
    const enabled = view.of('google_project_service').filter((each) => each.text('service') === api);
    if (!enabled.some((each) => view.isAfter(one, each))) yield `may be made before ${api}`;
  },
  counterCase: (view) => {
    view.forget(...view.of('google_project_service').filter((one) => one.text('service') === 'pubsub.googleapis.com'));
  },
};
