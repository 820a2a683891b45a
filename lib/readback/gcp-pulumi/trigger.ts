import type { Artefact } from '../artefact';
import type { Dialect } from '../gcp/dialect';
import { readTriggersOf, type ReadTriggers } from '../gcp/trigger';
import type { Resource } from '../resource';
import { elementAt, project, region, servicesIn } from './reference';
import { readServiceAccount } from './service-account';

const dialect: Dialect = {
  types: {
    account: 'gcp:serviceaccount/account:Account',
    invoker: 'gcp:cloudrun/iamMember:IamMember',
    job: 'gcp:cloudscheduler/job:Job',
    topic: 'gcp:pubsub/topic:Topic',
    onTopic: 'gcp:pubsub/topicIAMMember:TopicIAMMember',
    subscription: 'gcp:pubsub/subscription:Subscription',
    onSubscription: 'gcp:pubsub/subscriptionIAMMember:SubscriptionIAMMember',
    notification: 'gcp:storage/notification:Notification',
    bucket: 'gcp:storage/bucket:Bucket',
    project: 'gcp:organizations/getProject:getProject',
    storageAgent: 'gcp:storage/getProjectServiceAccount:getProjectServiceAccount',
  },
  word: (google) => google.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
  at: ['inputs'],
  waits: ['options', 'dependsOn'],
  asked: ['args'],
  project,
  region,
  servicesIn,
  elementAt,
};

/** What invokes an element at `url`, an output of its own; nothing waits for an answer longer than it may take. */
export const readTriggers = (
  element: Resource,
  url: string,
  timeoutSeconds: number | undefined,
  artefact: Artefact,
): ReadTriggers => readTriggersOf(element, url, timeoutSeconds, readServiceAccount, dialect, artefact);
