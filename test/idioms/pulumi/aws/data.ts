import * as aws from '@pulumi/aws';
import { jsonStringify } from '@pulumi/pulumi';
import type { Idiom } from '../idiom';
import { ownRole, policy } from './own';

const bucketOf = ({ buckets }: { buckets: Readonly<Record<string, { bucket: aws.s3.Bucket } | undefined>> }) =>
  buckets['uploads']!.bucket.bucket;

/** Idioms of buckets, tables and secrets on AWS. */
export const data: readonly Idiom<'aws'>[] = [
  {
    code: 'new aws.s3.BucketNotification("own", { bucket: shop.buckets.uploads.bucket.bucket, … })',
    does: (shop) => {
      const queues = [{ queueArn: new aws.sqs.Queue('own').arn, events: ['s3:ObjectCreated:*'] }];
      new aws.s3.BucketNotification('own', { bucket: bucketOf(shop), queues });
    },
    differs: ['app'],
    breaks: 'a bucket has one set of notifications',
    note: 'a bucket with triggers, whose events go to EventBridge: use a rule of your own there',
  },
  {
    code: 'new aws.cloudwatch.EventRule("own", { eventPattern: jsonStringify({ … name: [bucket] … }) })',
    does: (shop) => {
      const eventPattern = jsonStringify({ source: ['aws.s3'], detail: { bucket: { name: [bucketOf(shop)] } } });
      new aws.cloudwatch.EventRule('own', { eventPattern });
    },
  },
  {
    code: 'new aws.s3.BucketPolicy("own", { bucket: shop.buckets.uploads.bucket.bucket, policy })',
    does: (shop) => {
      const bucket = bucketOf(shop);
      new aws.s3.BucketPolicy('own', { bucket, policy: policy('s3:GetObject', `*`, { Principal: '*' }) });
    },
    differs: ['app'],
    breaks: 'a bucket has one policy',
    note: 'every bucket has a policy that requires TLS',
  },
  {
    code: 'new aws.s3.BucketLifecycleConfiguration("own", { bucket: …, rules })',
    does: (shop) => {
      new aws.s3.BucketLifecycleConfiguration('own', {
        bucket: bucketOf(shop),
        rules: [{ id: 'x', status: 'Enabled' }],
      });
    },
    differs: ['app'],
    breaks: 'a bucket has one lifecycle',
  },
  {
    code: 'new aws.s3.BucketPublicAccessBlock("own", { bucket: …, blockPublicPolicy: false })',
    does: (shop) => {
      new aws.s3.BucketPublicAccessBlock('own', { bucket: bucketOf(shop), blockPublicPolicy: false });
    },
    differs: ['app'],
    breaks: 'a bucket has one block of public access',
  },
  {
    code: 'new aws.s3.BucketCorsConfiguration("own", { bucket: …, corsRules })',
    does: (shop) => {
      const corsRules = [{ allowedMethods: ['PUT'], allowedOrigins: ['https://shop.example'] }];
      new aws.s3.BucketCorsConfiguration('own', { bucket: bucketOf(shop), corsRules });
    },
    differs: ['app'],
  },
  {
    code: 'new aws.iam.RolePolicy("own", { role: own.id, policy: … shop.tables.orders.table.arn … })',
    does: ({ tables }) => {
      const { arn } = tables['orders']!.table;
      new aws.iam.RolePolicy('own', { role: ownRole().id, policy: policy('dynamodb:Scan', arn) });
    },
    differs: ['app'],
  },
  {
    code: 'new aws.dynamodb.ResourcePolicy("own", { resourceArn: shop.tables.orders.table.arn, policy })',
    does: ({ tables }) => {
      const { arn } = tables['orders']!.table;
      const Principal = { AWS: '123456789012' };
      new aws.dynamodb.ResourcePolicy('own', { resourceArn: arn, policy: policy('dynamodb:Scan', arn, { Principal }) });
    },
    differs: ['app'],
  },
  {
    code: 'new aws.secretsmanager.SecretVersion("own", { secretId: shop.secrets.key.secret.id, … })',
    does: ({ secrets }) => {
      new aws.secretsmanager.SecretVersion('own', { secretId: secrets['key']!.secret.id, secretString: 'value' });
    },
    differs: ['app'],
    note: 'the value is then in the state; [set it](secrets.md#setting-a-value) outside of Pulumi instead',
  },
  {
    code: 'new aws.ssm.Parameter("own", { value: shop.tables.orders.table.name, … })',
    does: ({ tables }) => {
      new aws.ssm.Parameter('own', { type: 'String', value: tables['orders']!.table.name });
    },
  },
];
