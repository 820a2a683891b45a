import type { Json } from './document';

/**
 * Types of Google Cloud's resources that are in a project, as far as an architecture creates them. Without a project of
 * their own they are in their provider's. Other types of an architecture name their project in every artifact, or follow
 * the resource that they are part of.
 */
const types: ReadonlySet<string> = new Set([
  'gcp:artifactregistry/repository:Repository',
  'gcp:artifactregistry/repositoryIamMember:RepositoryIamMember',
  'gcp:cloudfunctionsv2/function:Function',
  'gcp:cloudfunctionsv2/functionIamMember:FunctionIamMember',
  'gcp:cloudrun/iamMember:IamMember',
  'gcp:cloudrunv2/service:Service',
  'gcp:cloudrunv2/serviceIamMember:ServiceIamMember',
  'gcp:cloudscheduler/job:Job',
  'gcp:compute/backendService:BackendService',
  'gcp:compute/globalAddress:GlobalAddress',
  'gcp:compute/globalForwardingRule:GlobalForwardingRule',
  'gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup',
  'gcp:compute/targetHttpProxy:TargetHttpProxy',
  'gcp:compute/uRLMap:URLMap',
  'gcp:firestore/database:Database',
  'gcp:firestore/field:Field',
  'gcp:monitoring/alertPolicy:AlertPolicy',
  'gcp:monitoring/notificationChannel:NotificationChannel',
  'gcp:parametermanager/parameter:Parameter',
  'gcp:projects/iAMCustomRole:IAMCustomRole',
  'gcp:pubsub/subscription:Subscription',
  'gcp:pubsub/subscriptionIAMMember:SubscriptionIAMMember',
  'gcp:pubsub/topic:Topic',
  'gcp:pubsub/topicIAMMember:TopicIAMMember',
  'gcp:secretmanager/secret:Secret',
  'gcp:secretmanager/secretIamMember:SecretIamMember',
  'gcp:secretmanager/secretVersion:SecretVersion',
  'gcp:serviceaccount/account:Account',
  'gcp:storage/bucket:Bucket',
  'google_artifact_registry_repository',
  'google_artifact_registry_repository_iam_member',
  'google_cloud_run_service_iam_member',
  'google_cloud_run_v2_service',
  'google_cloud_run_v2_service_iam_member',
  'google_cloud_scheduler_job',
  'google_cloudfunctions2_function',
  'google_cloudfunctions2_function_iam_member',
  'google_compute_backend_service',
  'google_compute_global_address',
  'google_compute_global_forwarding_rule',
  'google_compute_region_network_endpoint_group',
  'google_compute_target_http_proxy',
  'google_compute_url_map',
  'google_firestore_database',
  'google_firestore_field',
  'google_monitoring_alert_policy',
  'google_monitoring_notification_channel',
  'google_parameter_manager_parameter',
  'google_project_iam_custom_role',
  'google_pubsub_subscription',
  'google_pubsub_subscription_iam_member',
  'google_pubsub_topic',
  'google_pubsub_topic_iam_member',
  'google_secret_manager_secret',
  'google_secret_manager_secret_iam_member',
  'google_service_account',
  'google_storage_bucket',
]);

/** A project that stands for "none". */
const unset = "the provider's own";

/**
 * The properties of a resource of an app, without its project if that is the architecture's. A resource in another
 * project has that one among its properties, also if it comes from its provider: an architecture in two projects doesn't
 * work, since its permissions would be in another project than its resources.
 * @param isArchitectures tests that a project is the architecture's
 * @param provider the project of the resource's provider
 */
export function inProject(
  type: string,
  properties: Json,
  isArchitectures: (project: unknown) => boolean,
  provider: unknown,
): Json {
  if (!types.has(type)) return properties;
  const { project = provider, ...others } = properties;
  return isArchitectures(project) ? others : { ...others, project: project ?? unset };
}
