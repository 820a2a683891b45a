import * as aws from '@pulumi/aws';
import { jsonStringify } from '@pulumi/pulumi';
import type { Idiom } from '../idiom';
import { ownFunction, policy } from './own';

/** Idioms of queues and topics on AWS. */
export const messaging: readonly Idiom<'aws'>[] = [
  {
    code: 'new aws.sqs.QueuePolicy("own", { queueUrl: shop.queues.jobs.queue.url, policy })',
    does: ({ queues }) => {
      const { url, arn } = queues['jobs']!.queue;
      const Principal = { Service: 'sns.amazonaws.com' };
      new aws.sqs.QueuePolicy('own', { queueUrl: url, policy: policy('sqs:SendMessage', arn, { Principal }) });
    },
    differs: ['app'],
    note: 'a queue that has no policy',
  },
  {
    code: 'new aws.sqs.QueuePolicy("own", { queueUrl: shop.queues.failed.queue.url, policy })',
    does: ({ queues }) => {
      const { url, arn } = queues['failed']!.queue;
      const Principal = { Service: 'sns.amazonaws.com' };
      new aws.sqs.QueuePolicy('own', { queueUrl: url, policy: policy('sqs:SendMessage', arn, { Principal }) });
    },
    differs: ['app'],
    breaks: 'a queue has one policy',
    note: 'a queue in `retry.deadLetter`; [change the policy](pulumi.md#policies-of-queues) instead',
  },
  {
    code: 'new aws.lambda.EventSourceMapping("own", { eventSourceArn: shop.queues.failed.queue.arn, … })',
    does: ({ queues }) => {
      const eventSourceArn = queues['failed']!.queue.arn;
      new aws.lambda.EventSourceMapping('own', { eventSourceArn, functionName: ownFunction().arn });
    },
    differs: ['app'],
  },
  {
    code: 'new aws.lambda.EventSourceMapping("own", { eventSourceArn: shop.queues.jobs.queue.arn, … })',
    does: ({ queues }) => {
      const eventSourceArn = queues['jobs']!.queue.arn;
      new aws.lambda.EventSourceMapping('own', { eventSourceArn, functionName: ownFunction().arn });
    },
    differs: ['app'],
    breaks: 'takes messages away from functions.worker',
    note: 'a queue whose messages a function of the architecture receives',
  },
  {
    code: 'new aws.sqs.RedrivePolicy("own", { queueUrl: shop.queues.jobs.queue.url, … })',
    does: ({ queues }) => {
      const redrivePolicy = jsonStringify({ deadLetterTargetArn: new aws.sqs.Queue('own').arn, maxReceiveCount: 9 });
      new aws.sqs.RedrivePolicy('own', { queueUrl: queues['jobs']!.queue.url, redrivePolicy });
    },
    differs: ['app'],
    breaks: "replaces the queue's own dead-letter queue",
  },
  {
    code: 'new aws.sns.TopicSubscription("own", { topic: shop.topics.events.topic.arn, … })',
    does: ({ topics }) => {
      const endpoint = new aws.sqs.Queue('own').arn;
      new aws.sns.TopicSubscription('own', { topic: topics['events']!.topic.arn, protocol: 'sqs', endpoint });
    },
    differs: ['app'],
  },
  {
    code: 'new aws.sns.TopicSubscription("own", { endpoint: shop.queues.jobs.queue.arn, … })',
    does: ({ queues }) => {
      const topic = new aws.sns.Topic('own').arn;
      new aws.sns.TopicSubscription('own', { topic, protocol: 'sqs', endpoint: queues['jobs']!.queue.arn });
    },
    differs: ['app'],
    note: 'requires a `QueuePolicy` too',
  },
  {
    code: 'new aws.sns.TopicPolicy("own", { arn: shop.topics.alerts.topic.arn, policy })',
    does: ({ topics }) => {
      const { arn } = topics['alerts']!.topic;
      const Principal = { Service: 's3.amazonaws.com' };
      new aws.sns.TopicPolicy('own', { arn, policy: policy('sns:Publish', arn, { Principal }) });
    },
    differs: ['app'],
    breaks: "replaces the topic's default policy, which lets alarms publish",
    note: 'allow `cloudwatch.amazonaws.com` to publish too',
  },
  {
    code: 'new aws.cloudwatch.MetricAlarm("own", { dimensions: { QueueName: shop.queues.jobs.queue.name }, … })',
    does: ({ queues }) => {
      new aws.cloudwatch.MetricAlarm('own', {
        comparisonOperator: 'GreaterThanThreshold',
        evaluationPeriods: 1,
        namespace: 'AWS/SQS',
        metricName: 'ApproximateAgeOfOldestMessage',
        dimensions: { QueueName: queues['jobs']!.queue.name },
      });
    },
  },
];
