import { RemovalPolicy } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { BucketPolicy, type CfnBucket, EventType, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { LambdaDestination, SnsDestination, SqsDestination } from 'aws-cdk-lib/aws-s3-notifications';
import { type Idiom, type Resource } from './idiom';
import { ownFunction } from './own';

/** The app's notifications leave EventBridge on, and stay out of the way when the app removes them. */
const keepsEventBridge = (resources: readonly Resource[]): void => {
  const custom = resources.filter(({ Type }) => Type === 'Custom::S3BucketNotifications');
  expect(custom).toHaveLength(1);
  expect(custom[0]!.Properties).toMatchObject({
    Managed: false,
    NotificationConfiguration: { EventBridgeConfiguration: {} },
  });
  expect(JSON.stringify(resources)).toContain('"s3:GetBucketNotification"');
};

/** Idioms of buckets, tables and secrets. */
export const data: Readonly<Record<'buckets' | 'tables' | 'secrets', readonly Idiom[]>> = {
  buckets: [
    {
      code: 'shop.buckets.uploads.bucket.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(own))',
      does: ({ stack, shop }) =>
        shop.buckets['uploads']!.bucket.addEventNotification(
          EventType.OBJECT_CREATED,
          new LambdaDestination(ownFunction(stack)),
        ),
      differs: ['buckets.uploads'],
      check: keepsEventBridge,
      note: 'leaves EventBridge on, also after the app removes its notification',
      isQuick: true,
    },
    {
      code: 'shop.buckets.uploads.bucket.addObjectCreatedNotification(new SqsDestination(shop.queues.failed.queue))',
      does: ({ shop }) =>
        shop.buckets['uploads']!.bucket.addObjectCreatedNotification(new SqsDestination(shop.queues['failed']!.queue)),
      differs: ['buckets.uploads', 'queues.failed'],
      check: keepsEventBridge,
    },
    {
      code: 'shop.buckets.uploads.bucket.addObjectCreatedNotification(new SnsDestination(shop.topics.alerts.topic))',
      does: ({ shop }) =>
        shop.buckets['uploads']!.bucket.addObjectCreatedNotification(new SnsDestination(shop.topics['alerts']!.topic)),
      differs: ['buckets.uploads', 'topics.alerts'],
      check: (resources) => {
        keepsEventBridge(resources);
        expect(JSON.stringify(resources)).toContain('cloudwatch.amazonaws.com');
      },
    },
    {
      code: 'shop.buckets.uploads.bucket.addToResourcePolicy(statement)',
      does: ({ shop }) => {
        const { bucket } = shop.buckets['uploads']!;
        bucket.addToResourcePolicy(
          new PolicyStatement({
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['s3:DeleteObject'],
            resources: [bucket.arnForObjects('*')],
          }),
        );
      },
      differs: ['buckets.uploads'],
    },
    {
      code: 'new BucketPolicy(this, "Policy", { bucket: shop.buckets.uploads.bucket })',
      does: ({ stack, shop }) => {
        const { bucket } = shop.buckets['uploads']!;
        new BucketPolicy(stack, 'OwnPolicy', { bucket }).document.addStatements(
          new PolicyStatement({
            effect: Effect.DENY,
            principals: [new AnyPrincipal()],
            actions: ['s3:DeleteObject'],
            resources: [bucket.arnForObjects('*')],
          }),
        );
      },
      says: 'buckets.uploads: must have one policy, got a second one at Own/OwnPolicy',
    },
    {
      code: 'shop.buckets.uploads.bucket.grantReadWrite(own)',
      does: ({ stack, shop }) => void shop.buckets['uploads']!.bucket.grantReadWrite(ownFunction(stack)),
      differs: ['app'],
    },
    {
      code: 'shop.buckets.uploads.bucket.addCorsRule({ … })',
      does: ({ shop }) =>
        shop.buckets['uploads']!.bucket.addCorsRule({ allowedMethods: [HttpMethods.GET], allowedOrigins: ['*'] }),
      differs: ['buckets.uploads'],
    },
    {
      code: 'shop.buckets.uploads.bucket.addLifecycleRule({ … })',
      does: ({ shop }) =>
        shop.buckets['uploads']!.bucket.addLifecycleRule({ prefix: 'tmp/', enabled: true, transitions: [] }),
      differs: ['buckets.uploads'],
    },
    {
      code: '(shop.buckets.uploads.bucket.node.defaultChild as CfnBucket).bucketEncryption = { … }',
      does: ({ stack, shop }) => {
        (shop.buckets['uploads']!.bucket.node.defaultChild as CfnBucket).bucketEncryption = {
          serverSideEncryptionConfiguration: [
            {
              serverSideEncryptionByDefault: {
                sseAlgorithm: 'aws:kms',
                kmsMasterKeyId: new Key(stack, 'Key').keyArn,
              },
            },
          ],
        };
      },
      differs: ['buckets.uploads'],
      says: 'buckets.uploads: has a key of the app',
    },
  ],
  tables: [
    {
      code: 'shop.tables.orders.table.grantReadWriteData(own)',
      does: ({ stack, shop }) => void shop.tables['orders']!.table.grantReadWriteData(ownFunction(stack)),
      differs: ['app'],
    },
    {
      code: 'shop.tables.orders.table.addGlobalSecondaryIndex({ … })',
      does: ({ shop }) => {
        const { table } = shop.tables['orders']!;
        table.addGlobalSecondaryIndex({ indexName: 'by-id', partitionKey: table.schema().partitionKey });
      },
      differs: ['tables.orders'],
    },
    {
      code: 'shop.tables.orders.table.applyRemovalPolicy(RemovalPolicy.DESTROY)',
      does: ({ shop }) => shop.tables['orders']!.table.applyRemovalPolicy(RemovalPolicy.DESTROY),
      differs: ['tables.orders'],
      says: 'tables.orders: has retain: true in the architecture',
      isQuick: true,
    },
    {
      code: 'shop.tables.orders.table.metricThrottledRequestsForOperation("Query").createAlarm(…)',
      does: ({ stack, shop }) => {
        const metric = shop.tables['orders']!.table.metricThrottledRequestsForOperation('Query');
        metric.createAlarm(stack, 'Throttled', { threshold: 1, evaluationPeriods: 1 });
      },
    },
  ],
  secrets: [
    {
      code: 'shop.secrets.key.secret.grantRead(own)',
      does: ({ stack, shop }) => void shop.secrets['key']!.secret.grantRead(ownFunction(stack)),
      differs: ['app'],
    },
    {
      code: 'shop.secrets.key.secret.denyAccountRootDelete()',
      does: ({ shop }) => shop.secrets['key']!.secret.denyAccountRootDelete(),
      differs: ['secrets.key'],
    },
  ],
};
