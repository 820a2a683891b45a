import { pascalCase } from '../../model/name';
import type { Dialect } from '../gcp/dialect';
import { elementAt, isOwn, project, region, servicesIn } from './reference';

/** How CDKTF writes what Google's resources are. */
export const dialect: Dialect = {
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
    alarm: 'google_monitoring_alert_policy',
    channel: 'google_monitoring_notification_channel',
  },
  word: (google) => google,
  at: [],
  waits: ['depends_on'],
  asked: [],
  project,
  region,
  servicesIn,
  elementAt,
  isOwn,
  part: pascalCase,
};
