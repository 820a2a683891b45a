import type { ResolvedArchitecture } from '../model/architecture';
import { isExisting } from '../model/existing';
import type { ResolvedFunction } from '../model/function';
import { targets } from '../model/target';
import type { WithTriggers } from '../model/trigger';
import { on, type Refusal } from './rule';

/** Rules about elements that something else owns, for a kind whose elements have triggers. */
const queueTrigger = (kind: 'functions' | 'services'): Refusal<WithTriggers> => ({
  path: `${kind}.triggers`,
  value: 'queue, an existing one',
  on: on('gcp'),
  is: 'refused',
  reason: 'a queue on Pub/Sub is a topic with a single subscription, which another consumer of an existing queue has',
  hint: 'declare the topic under `topics`, and listen to it with a topic trigger: a new subscription gets its messages, too',
  applies: ({ element, architecture }) =>
    element.triggers.some((trigger) => 'queue' in trigger && isExistingQueue(trigger.queue, architecture)),
});

/** Refusals of what functions would do with elements that something else owns. */
export const functionExistingRules: readonly Refusal<ResolvedFunction>[] = [
  queueTrigger('functions'),
  {
    path: 'functions.retry.deadLetter',
    value: 'an existing queue',
    on: targets,
    is: 'refused',
    reason:
      "the cloud's own services send dead letters, and the queue's policy, which its owner has, would have to allow it",
    hint: 'name a queue of the architecture',
    applies: ({ element, architecture }) =>
      element.retry.deadLetter !== undefined && isExistingQueue(element.retry.deadLetter, architecture),
  },
];

/** Refusals of what services would do with elements that something else owns. */
export const serviceExistingRules: readonly Refusal<WithTriggers>[] = [queueTrigger('services')];

/** Refusals of what an architecture would do with elements that something else owns. */
export const architectureExistingRules: readonly Refusal<ResolvedArchitecture>[] = [
  {
    path: 'alarms.notify',
    value: 'an existing topic',
    on: targets,
    is: 'refused',
    reason:
      "the cloud's own services publish alarms, and the topic's policy, which its owner has, would have to allow it",
    hint: 'name a topic of the architecture',
    applies: ({ element: { alarms, topics } }) => {
      const topic = alarms && topics[alarms.notify];
      return topic !== undefined && isExisting(topic);
    },
  },
];

function isExistingQueue(name: string, { queues }: ResolvedArchitecture): boolean {
  const queue = queues[name];
  return queue !== undefined && isExisting(queue);
}
