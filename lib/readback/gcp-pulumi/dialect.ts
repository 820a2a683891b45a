import type { Dialect } from '../gcp/dialect';
import { elementAt, isOwn, project, region, servicesIn } from './reference';

/** How a Pulumi program writes what Google's resources are. */
export const dialect: Dialect = {
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
    alarm: 'gcp:monitoring/alertPolicy:AlertPolicy',
    channel: 'gcp:monitoring/notificationChannel:NotificationChannel',
  },
  word: (google) => google.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
  at: ['inputs'],
  waits: ['options', 'dependsOn'],
  asked: ['args'],
  project,
  region,
  servicesIn,
  elementAt,
  isOwn,
  part: (place) => place,
};
