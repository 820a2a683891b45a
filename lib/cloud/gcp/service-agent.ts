import { part, type PlanText } from '../part';

/** A role for one of the accounts by which Google's services act in a project. */
export interface GcpAgentRole<Role extends string> {
  readonly role: Role;
  readonly member: PlanText;
}

/**
 * Who Pub/Sub is in a project: https://cloud.google.com/pubsub/docs/access-control
 * The account is named after the project's number, which the ground looks up where there is a queue.
 *
 * The tokens that it pushes with it makes by itself: since April 2021 the role that Google gives it in a project holds
 * `iam.serviceAccounts.getOpenIdToken`, so nothing is granted for that. In a project from before, whoever runs it has to
 * give it `roles/iam.serviceAccountTokenCreator`, once: https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions
 */
const pubsub: PlanText = [
  'serviceAccount:service-',
  part('foundation', 'project', 'number'),
  '@gcp-sa-pubsub.iam.gserviceaccount.com',
];

/**
 * What Pub/Sub may do on a topic to which it forwards dead letters. It lies with the queue whose topic it is, once,
 * however many subscriptions name that: grants that say the same would take each other away.
 */
export const forwardsDeadLetters: GcpAgentRole<'roles/pubsub.publisher'> = {
  role: 'roles/pubsub.publisher',
  member: pubsub,
};

/** What Pub/Sub may do on a subscription whose dead letters it forwards: acknowledge them. It lies with the subscription. */
export const takesDeadLetters: GcpAgentRole<'roles/pubsub.subscriber'> = {
  role: 'roles/pubsub.subscriber',
  member: pubsub,
};

/**
 * What Cloud Storage may do on a topic that it tells of a bucket's objects. Who it is in the project, the ground asks:
 * https://cloud.google.com/storage/docs/projects#service-agents
 */
export const tellsOfObjects: GcpAgentRole<'roles/pubsub.publisher'> = {
  role: 'roles/pubsub.publisher',
  member: [part('foundation', 'storageAgent', 'member')],
};

/**
 * What Cloud Monitoring may do on the topic that is told of alarms:
 * https://cloud.google.com/monitoring/support/notification-options#pubsub
 */
export const publishesAlarms: GcpAgentRole<'roles/pubsub.publisher'> = {
  role: 'roles/pubsub.publisher',
  member: [
    'serviceAccount:service-',
    part('foundation', 'project', 'number'),
    '@gcp-sa-monitoring-notification.iam.gserviceaccount.com',
  ],
};
