import * as gcp from '@pulumi/gcp';
import { interpolate } from '@pulumi/pulumi';
import type { Idiom } from '../idiom';
import { member, members } from './own';

/** Idioms of queues and topics on Google Cloud. */
export const messaging: readonly Idiom<'gcp'>[] = [
  {
    code: 'new gcp.pubsub.Subscription("own", { topic: shop.topics.events.topic.id })',
    does: ({ topics }) => {
      new gcp.pubsub.Subscription('own', { topic: topics['events']!.topic.id });
    },
    differs: ['app'],
  },
  {
    code: 'new gcp.pubsub.Subscription("own", { topic: shop.queues.jobs.topic.id })',
    does: ({ queues }) => {
      new gcp.pubsub.Subscription('own', { topic: queues['jobs']!.topic.id });
    },
    differs: ['app'],
    note: 'gets a copy of each message: the consumer of the architecture gets all of them too',
  },
  {
    code: 'new gcp.pubsub.TopicIAMMember("own", { topic: shop.queues.jobs.topic.name, … })',
    does: ({ queues }) => {
      const topic = queues['jobs']!.topic.name;
      new gcp.pubsub.TopicIAMMember('own', { topic, role: 'roles/pubsub.publisher', member });
    },
    differs: ['app'],
  },
  {
    code: 'new gcp.pubsub.TopicIAMBinding("own", { topic: shop.queues.jobs.topic.name, … })',
    does: ({ queues }) => {
      const topic = queues['jobs']!.topic.name;
      new gcp.pubsub.TopicIAMBinding('own', { topic, role: 'roles/pubsub.publisher', members });
    },
    differs: ['app'],
    breaks: 'removes all other members with roles/pubsub.publisher there',
  },
  {
    code: 'new gcp.pubsub.TopicIAMPolicy("own", { topic: shop.topics.events.topic.name, policyData })',
    does: ({ topics }) => {
      new gcp.pubsub.TopicIAMPolicy('own', { topic: topics['events']!.topic.name, policyData: '{}' });
    },
    differs: ['app'],
    breaks: 'removes all other members of every role there',
  },
  {
    code: 'new gcp.monitoring.AlertPolicy("own", { … filter: interpolate`… ${shop.topics.events.topic.name} …` … })',
    does: ({ topics }) => {
      const filter = interpolate`resource.labels.topic_id="${topics['events']!.topic.name}"`;
      new gcp.monitoring.AlertPolicy('own', {
        displayName: 'jobs',
        combiner: 'OR',
        conditions: [
          { displayName: 'old', conditionThreshold: { comparison: 'COMPARISON_GT', duration: '60s', filter } },
        ],
      });
    },
  },
];
