import * as gcp from '@pulumi/gcp';
import { interpolate } from '@pulumi/pulumi';
import type { Idiom } from '../idiom';
import { member, members, project } from './own';

/** Idioms of buckets, tables and secrets on Google Cloud. */
export const data: readonly Idiom<'gcp'>[] = [
  {
    code: 'new gcp.storage.Notification("own", { bucket: shop.buckets.uploads.bucket.name, … })',
    does: ({ buckets }) => {
      const topic = new gcp.pubsub.Topic('own').id;
      new gcp.storage.Notification('own', {
        bucket: buckets['uploads']!.bucket.name,
        payloadFormat: 'JSON_API_V1',
        topic,
      });
    },
    differs: ['app'],
    note: 'a bucket can have several on Google Cloud',
  },
  {
    code: 'new gcp.storage.BucketIAMMember("own", { bucket: shop.buckets.uploads.bucket.name, … })',
    does: ({ buckets }) => {
      const bucket = buckets['uploads']!.bucket.name;
      new gcp.storage.BucketIAMMember('own', { bucket, role: 'roles/storage.objectViewer', member });
    },
    differs: ['app'],
  },
  {
    code: 'new gcp.storage.BucketIAMBinding("own", { bucket: shop.buckets.uploads.bucket.name, … })',
    does: ({ buckets }) => {
      const bucket = buckets['uploads']!.bucket.name;
      new gcp.storage.BucketIAMBinding('own', { bucket, role: 'roles/storage.objectViewer', members });
    },
    differs: ['app'],
    breaks: 'removes all other members with roles/storage.objectViewer there',
  },
  {
    code: 'new gcp.storage.BucketIAMPolicy("own", { bucket: shop.buckets.uploads.bucket.name, policyData })',
    does: ({ buckets }) => {
      new gcp.storage.BucketIAMPolicy('own', { bucket: buckets['uploads']!.bucket.name, policyData: '{}' });
    },
    differs: ['app'],
    breaks: 'removes all other members of every role there',
  },
  {
    code: 'new gcp.storage.BucketObject("own", { bucket: shop.buckets.uploads.bucket.name, … })',
    does: ({ buckets }) => {
      new gcp.storage.BucketObject('own', { bucket: buckets['uploads']!.bucket.name, content: 'x' });
    },
    differs: ['app'],
  },
  {
    code: 'new gcp.projects.IAMMember("own", { … condition: … shop.tables.orders.database.id … })',
    does: ({ tables }) => {
      const expression = interpolate`resource.name == "${tables['orders']!.database.id}"`;
      const condition = { title: 'orders only', expression };
      new gcp.projects.IAMMember('own', { project, role: 'roles/datastore.viewer', member, condition });
    },
    differs: ['app'],
  },
  {
    code: 'new gcp.firestore.Index("own", { database: shop.tables.orders.database.name, … })',
    does: ({ tables }) => {
      const fields = [{ fieldPath: 'customer', order: 'ASCENDING' }];
      new gcp.firestore.Index('own', { database: tables['orders']!.database.name, collection: 'items', fields });
    },
    differs: ['app'],
  },
  {
    code: 'new gcp.secretmanager.SecretIamMember("own", { secretId: shop.secrets.key.secret.id, … })',
    does: ({ secrets }) => {
      const secretId = secrets['key']!.secret.id;
      new gcp.secretmanager.SecretIamMember('own', { secretId, role: 'roles/secretmanager.viewer', member });
    },
    differs: ['app'],
  },
  {
    code: 'new gcp.secretmanager.SecretIamBinding("own", { secretId: shop.secrets.key.secret.id, … })',
    does: ({ secrets }) => {
      const secretId = secrets['key']!.secret.id;
      new gcp.secretmanager.SecretIamBinding('own', { secretId, role: 'roles/secretmanager.secretAccessor', members });
    },
    differs: ['app'],
    breaks: 'removes all other members with roles/secretmanager.secretAccessor there',
  },
  {
    code: 'new gcp.secretmanager.SecretVersion("own", { secret: shop.secrets.key.secret.id, … })',
    does: ({ secrets }) => {
      new gcp.secretmanager.SecretVersion('own', { secret: secrets['key']!.secret.id, secretData: 'value' });
    },
    differs: ['app'],
    note: 'the value is then in the state; [set it](secrets.md#setting-a-value) outside of Pulumi instead',
  },
];
