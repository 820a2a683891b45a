import type { Resource } from '../pulumi/account';
import { plain, type Wire } from '../pulumi/wire';
import { refusalOf } from './refusals';
import type { GoogleResource } from './resource';

/** Types whose names don't follow from Pulumi's. */
const irregular: Readonly<Record<string, string>> = {
  'gcp:cloudfunctionsv2/function:Function': 'google_cloudfunctions2_function',
  'gcp:cloudrun/iamMember:IamMember': 'google_cloud_run_service_iam_member',
  'gcp:cloudrunv2/service:Service': 'google_cloud_run_v2_service',
  'gcp:cloudrunv2/serviceIamMember:ServiceIamMember': 'google_cloud_run_v2_service_iam_member',
  'gcp:projects/iAMCustomRole:IAMCustomRole': 'google_project_iam_custom_role',
  'gcp:projects/iAMMember:IAMMember': 'google_project_iam_member',
  'gcp:projects/service:Service': 'google_project_service',
  'gcp:projects/serviceIdentity:ServiceIdentity': 'google_project_service_identity',
  'gcp:serviceaccount/account:Account': 'google_service_account',
  'gcp:serviceaccount/iAMMember:IAMMember': 'google_service_account_iam_member',
  'gcp:storage/bucketIAMMember:BucketIAMMember': 'google_storage_bucket_iam_member',
  'gcp:pubsub/subscriptionIAMMember:SubscriptionIAMMember': 'google_pubsub_subscription_iam_member',
  'gcp:pubsub/topicIAMMember:TopicIAMMember': 'google_pubsub_topic_iam_member',
  'time:index/sleep:Sleep': 'time_sleep',
};

/** Modules whose names differ from the services in Terraform's types. */
const modules: Readonly<Record<string, string>> = {
  artifactregistry: 'artifact_registry',
  cloudscheduler: 'cloud_scheduler',
  parametermanager: 'parameter_manager',
  secretmanager: 'secret_manager',
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A type of Pulumi's in Terraform's words. */
function typeOf(type: string): string {
  const [, module = '', kind = ''] = /^gcp:(\w+)\/(\w+):/.exec(type) ?? [];
  return irregular[type] ?? `google_${modules[module] ?? module}_${snake(kind)}`;
}

const snakeKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [snake(key), snakeKeys(one)]));
};

const inTerraformsWords = (type: string, attributes: Wire): GoogleResource => ({
  type: typeOf(type),
  attributes: snakeKeys(plain(attributes)) as Wire,
});

/** A project of Google Cloud behind Pulumi's provider. */
export class GoogleServices {
  /** Enforces domain-restricted sharing. */
  restrictsDomains = false;
  private readonly read = new Set<string>();

  /** Notes an invoke of a program. */
  asked(token: string): void {
    if (/getProjectServiceAccount$/.test(token)) this.read.add('google_storage_project_service_account');
  }

  /** The message with which a resource is refused, among those that exist, oldest first. */
  refusal(type: string, inputs: Wire, existing: readonly Resource[]): string | undefined {
    return refusalOf(inTerraformsWords(type, inputs), {
      id: 'shop-123',
      resources: existing.map((one) => inTerraformsWords(one.type, { ...one.computed, ...one.inputs })),
      read: this.read,
      restrictsDomains: this.restrictsDomains,
    });
  }
}
