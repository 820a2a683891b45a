import type { ResolvedArchitecture } from '../../model/architecture';
import { ownIn } from '../../model/existing';
import type { Trigger, WithTriggers } from '../../model/trigger';
import { part, type PlanText } from '../part';
import { services } from './services';
import type { GcpWait } from './wait';

/** A role for one of the accounts by which Google's services act in a project. */
export interface GcpAgentRole<Role extends string> {
  readonly role: Role;
  readonly member: PlanText;
  /** The wait that it follows; absent: it follows another resource. */
  readonly after?: GcpWait;
}

/** A service agent to create: Google creates some only when something uses them, and refuses roles for them until then. */
export interface GcpAgentPlan {
  /** The Google API that it acts for. */
  readonly service: string;
  readonly needs: readonly string[];
}

/**
 * Pub/Sub's service agent. Enabling the API doesn't create it:
 * https://cloud.google.com/iam/docs/create-service-agents
 */
export const pubsubAgent: GcpAgentPlan = { service: services.pubsub, needs: [services.pubsub] };

/**
 * Pub/Sub's service agent as a member: https://cloud.google.com/pubsub/docs/access-control
 * Its name holds the project's number. The number is looked up, because the resource that creates the agent doesn't
 * always say who it is: https://github.com/hashicorp/terraform-provider-google/issues/19970
 */
export const pubsubMember: PlanText = [
  'serviceAccount:service-',
  part('foundation', 'project', 'number'),
  '@gcp-sa-pubsub.iam.gserviceaccount.com',
];

/** Cloud Storage's service agent, which looking it up creates: https://cloud.google.com/storage/docs/projects#service-agents */
export const storageMember: PlanText = [part('foundation', 'storageAgent', 'member')];

/**
 * Pub/Sub's role on a topic to which it forwards dead letters. It belongs to the queue of that topic and exists once,
 * however many subscriptions name the topic: equal grants would remove each other when they are destroyed.
 */
export const forwardsDeadLetters: GcpAgentRole<'roles/pubsub.publisher'> = {
  role: 'roles/pubsub.publisher',
  member: pubsubMember,
  after: 'agents',
};

/** Pub/Sub's role on a subscription whose dead letters it forwards: it acknowledges them. */
export const takesDeadLetters: GcpAgentRole<'roles/pubsub.subscriber'> = {
  role: 'roles/pubsub.subscriber',
  member: pubsubMember,
  after: 'agents',
};

/**
 * Pub/Sub's role on the service account of its pushes, to create their tokens. An agent that is created on request gets
 * no role automatically (https://cloud.google.com/iam/docs/create-service-agents). Its usual role would be on the
 * project, where the grants of two architectures are one: destroying one architecture would stop the pushes of the other.
 * https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions
 */
export const createsTokens: GcpAgentRole<'roles/iam.serviceAccountOpenIdTokenCreator'> = {
  role: 'roles/iam.serviceAccountOpenIdTokenCreator',
  member: pubsubMember,
  after: 'agents',
};

/** Cloud Storage's role on a topic that it notifies of a bucket's events. */
export const tellsOfObjects: GcpAgentRole<'roles/pubsub.publisher'> = {
  role: 'roles/pubsub.publisher',
  member: storageMember,
  after: 'agents',
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

/** True if Pub/Sub acts itself: it forwards a queue's dead letters, or pushes messages. */
export const actsOnMessages = (architecture: ResolvedArchitecture): boolean =>
  Object.keys(ownIn(architecture.queues)).length > 0 ||
  triggersOf(architecture).some((trigger) => 'queue' in trigger || 'topic' in trigger || 'bucket' in trigger);

/** True if a trigger listens to a bucket's events. */
export const hearsBucket = (architecture: ResolvedArchitecture): boolean =>
  triggersOf(architecture).some((trigger) => 'bucket' in trigger);

const triggersOf = ({ functions, services: containers }: ResolvedArchitecture): Trigger[] =>
  [functions, containers].flatMap((elements) =>
    Object.values<WithTriggers>(elements).flatMap(({ triggers }) => triggers),
  );
