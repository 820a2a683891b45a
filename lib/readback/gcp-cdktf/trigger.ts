import type { Artefact } from '../artefact';
import type { Dialect } from '../gcp/dialect';
import { readTriggersOf, type ReadTriggers } from '../gcp/trigger';
import type { Resource } from '../resource';
import { elementAt, project, region, servicesIn } from './reference';
import { readServiceAccount } from './service-account';

const dialect: Dialect = {
  types: {
    account: 'google_service_account',
    invoker: 'google_cloud_run_service_iam_member',
    job: 'google_cloud_scheduler_job',
    topic: 'google_pubsub_topic',
    onTopic: 'google_pubsub_topic_iam_member',
    subscription: 'google_pubsub_subscription',
    onSubscription: 'google_pubsub_subscription_iam_member',
    notification: 'google_storage_notification',
    bucket: 'google_storage_bucket',
    project: 'data.google_project',
    storageAgent: 'data.google_storage_project_service_account',
  },
  word: (google) => google,
  at: [],
  waits: ['depends_on'],
  asked: [],
  project,
  region,
  servicesIn,
  elementAt,
};

/** What invokes an element at `url`, an attribute of its own; nothing waits for an answer longer than it may take. */
export const readTriggers = (
  element: Resource,
  url: string,
  timeoutSeconds: number | undefined,
  artefact: Artefact,
): ReadTriggers => readTriggersOf(element, url, timeoutSeconds, readServiceAccount, dialect, artefact);
