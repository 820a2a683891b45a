import { part, type PlanText } from '../part';

/** A role for one of the accounts by which Google's services act in a project. */
export interface GcpAgentRole<Role extends string> {
  readonly role: Role;
  readonly member: PlanText;
}

/**
 * Pub/Sub's service agent: https://cloud.google.com/pubsub/docs/access-control
 * Its name holds the project's number, which the foundation looks up if there is a queue.
 *
 * It creates the tokens of its pushes itself: since April 2021 its role in a project holds
 * `iam.serviceAccounts.getOpenIdToken`, so nothing is granted for that. In an older project, an administrator has to
 * grant it `roles/iam.serviceAccountTokenCreator` once:
 * https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions
 */
const pubsub: PlanText = [
  'serviceAccount:service-',
  part('foundation', 'project', 'number'),
  '@gcp-sa-pubsub.iam.gserviceaccount.com',
];

/**
 * Pub/Sub's role on a topic to which it forwards dead letters. It belongs to the queue of that topic and exists once,
 * however many subscriptions name the topic: equal grants would remove each other when they are destroyed.
 */
export const forwardsDeadLetters: GcpAgentRole<'roles/pubsub.publisher'> = {
  role: 'roles/pubsub.publisher',
  member: pubsub,
};

/** Pub/Sub's role on a subscription whose dead letters it forwards: it acknowledges them. */
export const takesDeadLetters: GcpAgentRole<'roles/pubsub.subscriber'> = {
  role: 'roles/pubsub.subscriber',
  member: pubsub,
};

/**
 * Cloud Storage's role on a topic that it notifies of a bucket's events. The foundation looks up its service agent:
 * https://cloud.google.com/storage/docs/projects#service-agents
 */
export const tellsOfObjects: GcpAgentRole<'roles/pubsub.publisher'> = {
  role: 'roles/pubsub.publisher',
  member: [part('foundation', 'storageAgent', 'member')],
};

/** Cloud Monitoring's role on the topic of alarms: https://cloud.google.com/monitoring/support/notification-options#pubsub */
export const publishesAlarms: GcpAgentRole<'roles/pubsub.publisher'> = {
  role: 'roles/pubsub.publisher',
  member: [
    'serviceAccount:service-',
    part('foundation', 'project', 'number'),
    '@gcp-sa-monitoring-notification.iam.gserviceaccount.com',
  ],
};
