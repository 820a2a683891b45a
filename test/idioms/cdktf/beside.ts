import { CloudRunV2Service } from '@cdktf/provider-google/lib/cloud-run-v2-service';
import { FirestoreField } from '@cdktf/provider-google/lib/firestore-field';
import { FirestoreIndex } from '@cdktf/provider-google/lib/firestore-index';
import { MonitoringDashboard } from '@cdktf/provider-google/lib/monitoring-dashboard';
import { ProjectService } from '@cdktf/provider-google/lib/project-service';
import { PubsubSubscription } from '@cdktf/provider-google/lib/pubsub-subscription';
import { PubsubTopic } from '@cdktf/provider-google/lib/pubsub-topic';
import { SecretManagerSecretVersion } from '@cdktf/provider-google/lib/secret-manager-secret-version';
import { StorageBucketObject } from '@cdktf/provider-google/lib/storage-bucket-object';
import { StorageNotification } from '@cdktf/provider-google/lib/storage-notification';
import type { Idiom } from './idiom';

/** Resources of the app that join an element. */
export const joined: readonly Idiom[] = [
  {
    code: 'new PubsubSubscription(stack, "push", { topic: shop.topics.events.topic.id, pushConfig })',
    does: ({ stack, shop }) =>
      new PubsubSubscription(stack, 'push', {
        name: 'own',
        topic: shop.topics['events']!.topic.id,
        pushConfig: { pushEndpoint: 'https://example.com/events' },
      }),
    differs: ['app'],
    note: 'each subscription gets every message',
  },
  {
    code: 'new PubsubSubscription(stack, "pull", { topic: shop.queues.jobs.topic.id })',
    does: ({ stack, shop }) =>
      new PubsubSubscription(stack, 'pull', { name: 'own', topic: shop.queues['jobs']!.topic.id }),
    differs: ['app'],
    note: 'gets copies: the function of the architecture still receives every message',
  },
  {
    code: 'new PubsubSubscription(stack, "pull", { topic: own.id, deadLetterPolicy: { deadLetterTopic: shop.queues.failed.topic.id } })',
    does: ({ stack, shop }) =>
      new PubsubSubscription(stack, 'pull', {
        name: 'own',
        topic: new PubsubTopic(stack, 'topic', { name: 'own' }).id,
        deadLetterPolicy: { deadLetterTopic: shop.queues['failed']!.topic.id },
      }),
    differs: ['app'],
  },
  {
    code: 'new StorageNotification(stack, "events", { bucket: shop.buckets.uploads.bucket.name, topic, … })',
    does: ({ stack, shop }) =>
      new StorageNotification(stack, 'events', {
        bucket: shop.buckets['uploads']!.bucket.name,
        topic: new PubsubTopic(stack, 'topic', { name: 'own' }).id,
        payloadFormat: 'JSON_API_V1',
      }),
    differs: ['app'],
    note: 'a bucket has up to 100 notifications, beside those of triggers',
  },
  {
    code: 'new StorageBucketObject(stack, "object", { bucket: shop.buckets.uploads.bucket.name, … })',
    does: ({ stack, shop }) =>
      new StorageBucketObject(stack, 'object', {
        bucket: shop.buckets['uploads']!.bucket.name,
        name: 'first',
        content: 'first',
      }),
    differs: ['app'],
  },
  {
    code: 'new FirestoreIndex(stack, "index", { database: shop.tables.orders.database.name, … })',
    does: ({ stack, shop }) =>
      new FirestoreIndex(stack, 'index', {
        database: shop.tables['orders']!.database.name,
        collection: 'items',
        fields: [
          { fieldPath: 'status', order: 'ASCENDING' },
          { fieldPath: 'at', order: 'DESCENDING' },
        ],
      }),
    differs: ['app'],
  },
  {
    code: 'new FirestoreField(stack, "field", { database, collection: "items", field: "status", indexConfig: {} })',
    does: ({ stack, shop }) =>
      new FirestoreField(stack, 'field', {
        database: shop.tables['orders']!.database.name,
        collection: 'items',
        field: 'status',
        indexConfig: {},
      }),
    differs: ['app'],
  },
  {
    code: 'new FirestoreField(stack, "field", { database, collection: "items", field: "expires", indexConfig: {} })',
    does: ({ stack, shop }) =>
      new FirestoreField(stack, 'field', {
        database: shop.tables['orders']!.database.name,
        collection: 'items',
        field: 'expires',
        indexConfig: {},
      }),
    says: 'tables.orders: must have one configuration of the field expires, got a second one at own/field',
    note: 'the field in `ttlAttribute`',
    isQuick: true,
  },
  {
    code: 'new SecretManagerSecretVersion(stack, "value", { secret: shop.secrets.key.secret.id, secretData })',
    does: ({ stack, shop }) =>
      new SecretManagerSecretVersion(stack, 'value', { secret: shop.secrets['key']!.secret.id, secretData: 'own' }),
    differs: ['app'],
    says: 'secrets.key: has the version own/value, which may be older than the placeholder',
  },
  {
    code: 'new SecretManagerSecretVersion(stack, "value", { …, dependsOn: [shop.secrets.key.placeholder] })',
    does: ({ stack, shop }) => {
      const { secret, placeholder } = shop.secrets['key']!;
      return new SecretManagerSecretVersion(stack, 'value', {
        secret: secret.id,
        secretData: 'own',
        dependsOn: [placeholder],
      });
    },
    differs: ['app'],
    note: "its value is in Terraform's state; see [Secrets](secrets.md) for a way without",
  },
  {
    code: 'new ProjectService(stack, "pubsub", { project, service: "pubsub.googleapis.com" })',
    does: ({ stack, project }) => new ProjectService(stack, 'pubsub', { project, service: 'pubsub.googleapis.com' }),
    isWarning: true,
    says: 'foundation: needs pubsub.googleapis.com, which own/pubsub disables when it is removed or destroyed',
  },
  {
    code: 'new ProjectService(stack, "pubsub", { …, disableOnDestroy: false })',
    does: ({ stack, project }) =>
      new ProjectService(stack, 'pubsub', { project, service: 'pubsub.googleapis.com', disableOnDestroy: false }),
  },
  {
    code: 'new CloudRunV2Service(stack, "own", { …, env: [{ name: "ORDERS", value: shop.functions.orders.url }] })',
    does: ({ stack, shop }) =>
      new CloudRunV2Service(stack, 'own', {
        name: 'own',
        location: 'europe-west1',
        template: {
          containers: [
            { image: 'docker.io/library/nginx:1.27', env: [{ name: 'ORDERS', value: shop.functions['orders']!.url }] },
          ],
        },
      }),
    note: 'reads a name, which permits nothing',
  },
  {
    code: 'new MonitoringDashboard(stack, "dashboard", { dashboardJson })',
    does: ({ stack, shop }) =>
      new MonitoringDashboard(stack, 'dashboard', {
        dashboardJson: JSON.stringify({ displayName: shop.functions['orders']!.function.name }),
      }),
  },
];
