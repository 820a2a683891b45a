import { Key } from 'aws-cdk-lib/aws-kms';
import { AnyPrincipal, Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Topic, TopicPolicy, type CfnTopic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription, SqsSubscription, UrlSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueuePolicy, type CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { ofType, type Idiom, type Resource } from './idiom';
import { ownFunction } from './own';

const statements = (resources: readonly Resource[], type: string): readonly string[] =>
  ofType(resources, type).flatMap(({ Properties: { PolicyDocument: document } }) =>
    document.Statement.map(({ Principal: principal }: { Principal: unknown }) => JSON.stringify(principal)),
  );

const onlyOverTls = (resource: string, action: string) =>
  new PolicyStatement({
    effect: Effect.DENY,
    principals: [new AnyPrincipal()],
    actions: [action],
    resources: [resource],
    conditions: { Bool: { 'aws:SecureTransport': 'false' } },
  });

/** The senders of dead letters stay allowed, in the one policy. */
const keepsSenders = (resources: readonly Resource[]): void => {
  expect(ofType(resources, 'SQS::QueuePolicy')).toHaveLength(1);
  const senders = statements(resources, 'SQS::QueuePolicy');
  expect(senders).toEqual(
    expect.arrayContaining(['{"Service":"sns.amazonaws.com"}', '{"Service":"events.amazonaws.com"}']),
  );
  expect(senders.length).toBeGreaterThan(2);
};

/** Alarms may publish to the topic, although a policy replaces SNS's default one. */
const keepsAlarms = (resources: readonly Resource[]): void =>
  expect(statements(resources, 'SNS::TopicPolicy')).toContain('{"Service":"cloudwatch.amazonaws.com"}');

/** Idioms of queues and topics. */
export const messaging: Readonly<Record<'queues' | 'topics', readonly Idiom[]>> = {
  queues: [
    {
      code: 'ownTopic.addSubscription(new SqsSubscription(shop.queues.failed.queue))',
      does: ({ stack, shop }) => {
        new Topic(stack, 'OwnTopic').addSubscription(new SqsSubscription(shop.queues['failed']!.queue));
      },
      differs: ['queues.failed'],
      check: keepsSenders,
      note: 'joins the policy of the queue',
      isQuick: true,
    },
    {
      code: 'shop.queues.failed.queue.addToResourcePolicy(denyWithoutTls)',
      does: ({ shop }) => {
        const { queue } = shop.queues['failed']!;
        queue.addToResourcePolicy(onlyOverTls(queue.queueArn, 'sqs:*'));
      },
      differs: ['queues.failed'],
      check: keepsSenders,
      note: 'joins the policy of the queue',
    },
    {
      code: 'new QueuePolicy(this, "Policy", { queues: [shop.queues.failed.queue] })',
      does: ({ stack, shop }) => {
        const { queue } = shop.queues['failed']!;
        new QueuePolicy(stack, 'OwnPolicy', { queues: [queue] }).document.addStatements(
          onlyOverTls(queue.queueArn, 'sqs:*'),
        );
      },
      says: 'queues.failed: must have one policy, got a second one at Own/OwnPolicy',
      isQuick: true,
    },
    {
      code: 'shop.queues.jobs.queue.grantSendMessages(own)',
      does: ({ stack, shop }) => void shop.queues['jobs']!.queue.grantSendMessages(ownFunction(stack)),
      differs: ['app'],
    },
    {
      code: 'shop.queues.failed.queue.grantConsumeMessages(own)',
      does: ({ stack, shop }) => void shop.queues['failed']!.queue.grantConsumeMessages(ownFunction(stack)),
      differs: ['app'],
    },
    {
      code: 'own.addEventSource(new SqsEventSource(shop.queues.failed.queue))',
      does: ({ stack, shop }) => ownFunction(stack).addEventSource(new SqsEventSource(shop.queues['failed']!.queue)),
      differs: ['app'],
    },
    {
      code: 'own.addEventSource(new SqsEventSource(shop.queues.jobs.queue))',
      does: ({ stack, shop }) => ownFunction(stack).addEventSource(new SqsEventSource(shop.queues['jobs']!.queue)),
      differs: ['app'],
      says: 'queues.jobs: has two consumers',
      note: 'a queue whose messages a function of the architecture receives',
      isQuick: true,
    },
    {
      code: 'shop.queues.jobs.queue.metricApproximateAgeOfOldestMessage().createAlarm(this, "Old", …)',
      does: ({ stack, shop }) => {
        const metric = shop.queues['jobs']!.queue.metricApproximateAgeOfOldestMessage();
        metric.createAlarm(stack, 'Old', { threshold: 600, evaluationPeriods: 1 });
      },
    },
    {
      code: '(shop.queues.jobs.queue.node.defaultChild as CfnQueue).kmsMasterKeyId = key.keyArn',
      does: ({ stack, shop }) => {
        const resource = shop.queues['jobs']!.queue.node.defaultChild as CfnQueue;
        resource.kmsMasterKeyId = new Key(stack, 'Key').keyArn;
        resource.addPropertyDeletionOverride('SqsManagedSseEnabled');
      },
      differs: ['queues.jobs'],
      says: 'queues.jobs: has a key of the app',
      isQuick: true,
    },
  ],
  topics: [
    {
      code: 'shop.topics.events.topic.addSubscription(new SqsSubscription(ownQueue))',
      does: ({ stack, shop }) =>
        void shop.topics['events']!.topic.addSubscription(new SqsSubscription(new Queue(stack, 'OwnQueue'))),
      differs: ['app'],
    },
    {
      code: 'shop.topics.events.topic.addSubscription(new LambdaSubscription(own))',
      does: ({ stack, shop }) =>
        void shop.topics['events']!.topic.addSubscription(new LambdaSubscription(ownFunction(stack))),
      differs: ['app'],
    },
    {
      code: 'shop.topics.alerts.topic.addSubscription(new UrlSubscription("https://…"))',
      does: ({ shop }) =>
        void shop.topics['alerts']!.topic.addSubscription(new UrlSubscription('https://example.com/alerts')),
      differs: ['topics.alerts'],
    },
    {
      code: 'shop.topics.events.topic.grantPublish(own)',
      does: ({ stack, shop }) => void shop.topics['events']!.topic.grantPublish(ownFunction(stack)),
      differs: ['app'],
    },
    {
      code: 'shop.topics.alerts.topic.addToResourcePolicy(denyWithoutTls)',
      does: ({ shop }) => {
        const { topic } = shop.topics['alerts']!;
        topic.addToResourcePolicy(onlyOverTls(topic.topicArn, 'sns:Publish'));
      },
      differs: ['topics.alerts'],
      check: keepsAlarms,
      note: "a policy replaces SNS's default one, so alarms are allowed in it",
      isQuick: true,
    },
    {
      code: 'shop.topics.alerts.topic.grantPublish(new ServicePrincipal("s3.amazonaws.com"))',
      does: ({ shop }) => void shop.topics['alerts']!.topic.grantPublish(new ServicePrincipal('s3.amazonaws.com')),
      differs: ['topics.alerts'],
      check: keepsAlarms,
    },
    {
      code: 'new TopicPolicy(this, "Policy", { topics: [shop.topics.alerts.topic] })',
      does: ({ stack, shop }) => {
        const { topic } = shop.topics['alerts']!;
        new TopicPolicy(stack, 'OwnPolicy', { topics: [topic] }).document.addStatements(
          onlyOverTls(topic.topicArn, 'sns:Publish'),
        );
      },
      says: 'topics.alerts: must be published to by alarms',
    },
    {
      code: '(shop.topics.alerts.topic.node.defaultChild as CfnTopic).kmsMasterKeyId = key.keyArn',
      does: ({ stack, shop }) => {
        const resource = shop.topics['alerts']!.topic.node.defaultChild as CfnTopic;
        resource.kmsMasterKeyId = new Key(stack, 'Key').keyArn;
      },
      differs: ['topics.alerts'],
      says: 'topics.alerts: has a key of the app',
    },
  ],
};
