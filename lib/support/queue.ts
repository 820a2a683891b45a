import { timeoutOf } from '../model/consumer';
import type { ResolvedQueue } from '../model/queue';
import { on, stays, type Rule } from './rule';

/** Bounds of an acknowledgement deadline, in seconds: https://cloud.google.com/pubsub/docs/lease-management */
const ackDeadline = { least: 10, most: 600 };

/** The fewest deliveries before Pub/Sub forwards a message: https://cloud.google.com/pubsub/docs/dead-letter-topics */
const fewestAttempts = 5;

export const queueRules: readonly Rule<ResolvedQueue>[] = [
  {
    path: 'queues.maxDeliveryAttempts',
    value: `below ${fewestAttempts}`,
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: `${fewestAttempts}`, value: () => ({ maxDeliveryAttempts: fewestAttempts }) },
    reason: 'Pub/Sub forwards a message to a dead-letter topic after 5 or more deliveries',
    applies: ({ element }) => element.maxDeliveryAttempts < fewestAttempts,
  },
  {
    path: 'queues.timeoutSeconds',
    value: `below ${ackDeadline.least}`,
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: `${ackDeadline.least}`, value: () => ({ timeoutSeconds: ackDeadline.least }) },
    reason: "Pub/Sub's minimum acknowledgement deadline is 10 seconds",
    applies: ({ name, architecture }) => timeoutOf(name, architecture) < ackDeadline.least,
  },
  {
    path: 'queues.timeoutSeconds',
    value: `above ${ackDeadline.most}, written or derived from the consumer's timeout`,
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: `${ackDeadline.most}`, value: () => ({ timeoutSeconds: ackDeadline.most }) },
    reason: "Pub/Sub's maximum acknowledgement deadline is 600 seconds",
    applies: ({ name, architecture }) => timeoutOf(name, architecture) > ackDeadline.most,
  },
  {
    path: 'queues.ordered',
    value: 'true',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'order per ordering key and region; a message can be delivered more than once',
      value: stays,
    },
    reason: 'Pub/Sub orders messages by key and region, and delivers them at least once',
    applies: ({ element }) => element.ordered,
  },
];
