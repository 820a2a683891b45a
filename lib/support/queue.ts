import { timeoutOf } from '../model/consumer';
import type { ResolvedQueue } from '../model/queue';
import { on, type Rule } from './rule';

/** How long Pub/Sub lets a message be held, in seconds: https://cloud.google.com/pubsub/docs/lease-management */
const ackDeadline = { least: 10, most: 600 };

/** What a queue's timeout becomes on Pub/Sub, in seconds. */
export const ackDeadlineSeconds = (timeoutSeconds: number): number =>
  Math.min(Math.max(timeoutSeconds, ackDeadline.least), ackDeadline.most);

/** The fewest deliveries before Pub/Sub forwards a message: https://cloud.google.com/pubsub/docs/dead-letter-topics */
const fewestAttempts = 5;

/** What a queue's number of deliveries becomes on Pub/Sub. */
export const deliveryAttempts = (maxDeliveryAttempts: number): number => Math.max(maxDeliveryAttempts, fewestAttempts);

export const queueRules: readonly Rule<ResolvedQueue>[] = [
  {
    path: 'queues.maxDeliveryAttempts',
    value: 'below 5',
    on: on('gcp'),
    is: 'approximated',
    becomes: '5',
    reason: 'Pub/Sub forwards a message after 5 deliveries at the earliest',
    applies: ({ element }) => element.maxDeliveryAttempts < fewestAttempts,
  },
  {
    path: 'queues.timeoutSeconds',
    value: 'below 10',
    on: on('gcp'),
    is: 'approximated',
    becomes: '10',
    reason: 'Pub/Sub waits for an acknowledgement for 10 seconds at least',
    applies: ({ name, architecture }) => timeoutOf(name, architecture) < ackDeadline.least,
  },
  {
    path: 'queues.timeoutSeconds',
    value: "above 600, written or six times a consumer's",
    on: on('gcp'),
    is: 'approximated',
    becomes: '600',
    reason: 'Pub/Sub waits for an acknowledgement for 600 seconds at the most',
    applies: ({ name, architecture }) => timeoutOf(name, architecture) > ackDeadline.most,
  },
  {
    path: 'queues.ordered',
    value: 'true',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'order among messages that the sender gave one ordering key, in one region; each may come more than once',
    reason: 'Pub/Sub orders by key where it was published, and delivers at least once',
    applies: ({ element }) => element.ordered,
  },
];

/** Promises about queues that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = {
  aws: {},
  gcp: { encrypted: 'Pub/Sub encrypts every message at rest' },
} as const;
