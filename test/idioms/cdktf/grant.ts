import { CloudRunServiceIamBinding } from '@cdktf/provider-google/lib/cloud-run-service-iam-binding';
import { CloudRunServiceIamMember } from '@cdktf/provider-google/lib/cloud-run-service-iam-member';
import { ProjectIamBinding } from '@cdktf/provider-google/lib/project-iam-binding';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { ProjectIamPolicy } from '@cdktf/provider-google/lib/project-iam-policy';
import { PubsubTopicIamBinding } from '@cdktf/provider-google/lib/pubsub-topic-iam-binding';
import { PubsubTopicIamMember } from '@cdktf/provider-google/lib/pubsub-topic-iam-member';
import { PubsubTopicIamPolicy } from '@cdktf/provider-google/lib/pubsub-topic-iam-policy';
import { SecretManagerSecretIamMember } from '@cdktf/provider-google/lib/secret-manager-secret-iam-member';
import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { StorageBucketIamBinding } from '@cdktf/provider-google/lib/storage-bucket-iam-binding';
import { StorageBucketIamMember } from '@cdktf/provider-google/lib/storage-bucket-iam-member';
import { ownAccount } from './change';
import type { Idiom } from './idiom';

const members = ['group:team@example.com'];

/** Roles that the app gives. */
export const grants: readonly Idiom[] = [
  {
    code: 'new PubsubTopicIamMember(stack, "grant", { topic: shop.topics.events.topic.id, role, member })',
    does: ({ stack, shop }) =>
      new PubsubTopicIamMember(stack, 'grant', {
        topic: shop.topics['events']!.topic.id,
        role: 'roles/pubsub.publisher',
        member: ownAccount(stack).member,
      }),
    differs: ['app'],
    note: 'a member only adds; so do those of other resources',
  },
  {
    code: 'new PubsubTopicIamBinding(stack, "grant", { topic, role: "roles/pubsub.publisher", members })',
    does: ({ stack, shop }) =>
      new PubsubTopicIamBinding(stack, 'grant', {
        topic: shop.topics['events']!.topic.id,
        role: 'roles/pubsub.publisher',
        members,
      }),
    says: 'functions.orders: must keep roles/pubsub.publisher, got the binding own/grant',
    note: 'a role that the architecture gives there',
    isQuick: true,
  },
  {
    code: 'new PubsubTopicIamBinding(stack, "grant", { …, members: [shop.functions.orders.serviceAccount.member, own] })',
    does: ({ stack, shop }) =>
      new PubsubTopicIamBinding(stack, 'grant', {
        topic: shop.topics['events']!.topic.id,
        role: 'roles/pubsub.publisher',
        members: [shop.functions['orders']!.serviceAccount.member, ...members],
      }),
    differs: ['app'],
    note: 'keeps the member of the architecture',
  },
  {
    code: 'new PubsubTopicIamBinding(stack, "grant", { topic, role: "roles/pubsub.viewer", members })',
    does: ({ stack, shop }) =>
      new PubsubTopicIamBinding(stack, 'grant', {
        topic: shop.topics['events']!.topic.id,
        role: 'roles/pubsub.viewer',
        members,
      }),
    differs: ['app'],
    note: 'a role that the architecture gives to nobody there',
  },
  {
    code: 'new PubsubTopicIamPolicy(stack, "policy", { topic: shop.topics.events.topic.id, policyData })',
    does: ({ stack, shop }) =>
      new PubsubTopicIamPolicy(stack, 'policy', { topic: shop.topics['events']!.topic.id, policyData: '{}' }),
    says: 'functions.orders: must keep roles/pubsub.publisher, got the policy own/policy',
  },
  {
    code: 'new StorageBucketIamBinding(stack, "grant", { bucket: shop.buckets.uploads.bucket.name, role, members })',
    does: ({ stack, shop }) =>
      new StorageBucketIamBinding(stack, 'grant', {
        bucket: shop.buckets['uploads']!.bucket.name,
        role: 'roles/storage.objectViewer',
        members,
      }),
    says: 'services.web: must keep roles/storage.objectViewer, got the binding own/grant',
    note: 'with the role that `read` becomes',
  },
  {
    code: 'new ProjectIamBinding(stack, "grant", { project, role: "roles/logging.logWriter", members })',
    does: ({ stack, project }) =>
      new ProjectIamBinding(stack, 'grant', { project, role: 'roles/logging.logWriter', members }),
    says: 'foundation: must keep roles/logging.logWriter in the project, got the binding own/grant',
    note: 'the account that builds functions has it',
  },
  {
    code: 'new ProjectIamPolicy(stack, "policy", { project, policyData })',
    does: ({ stack, project }) => new ProjectIamPolicy(stack, 'policy', { project, policyData: '{}' }),
    says: 'which removes all other members of every role',
  },
  {
    code: 'new CloudRunServiceIamMember(stack, "grant", { service: shop.functions.orders.function.name, … })',
    does: ({ stack, shop }) =>
      new CloudRunServiceIamMember(stack, 'grant', {
        service: shop.functions['orders']!.function.name,
        location: 'europe-west1',
        role: 'roles/run.invoker',
        member: ownAccount(stack).member,
      }),
    differs: ['app'],
    note: 'an invoker; functions are services of Cloud Run',
  },
  {
    code: 'new CloudRunServiceIamBinding(stack, "grant", { service: shop.functions.worker.function.name, … })',
    does: ({ stack, shop }) =>
      new CloudRunServiceIamBinding(stack, 'grant', {
        service: shop.functions['worker']!.function.name,
        location: 'europe-west1',
        role: 'roles/run.invoker',
        members,
      }),
    says: 'functions.worker: must keep roles/run.invoker, got the binding own/grant',
    note: 'its triggers invoke it',
  },
  {
    code: 'new SecretManagerSecretIamMember(stack, "grant", { secretId: shop.secrets.key.secret.id, … })',
    does: ({ stack, shop }) =>
      new SecretManagerSecretIamMember(stack, 'grant', {
        secretId: shop.secrets['key']!.secret.id,
        role: 'roles/secretmanager.secretAccessor',
        member: ownAccount(stack).member,
      }),
    differs: ['app'],
  },
  {
    code: 'new ProjectIamMember(stack, "grant", { …, condition: { expression: `… ${shop.tables.orders.database.id}` } })',
    does: ({ stack, shop, project }) =>
      new ProjectIamMember(stack, 'grant', {
        project,
        role: 'roles/datastore.viewer',
        member: ownAccount(stack).member,
        condition: { title: 'orders', expression: `resource.name == "${shop.tables['orders']!.database.id}"` },
      }),
    differs: ['app'],
  },
  {
    code: 'new StorageBucketIamMember(stack, "grant", { bucket: own.name, member: shop.functions.orders.serviceAccount.member })',
    does: ({ stack, shop }) =>
      new StorageBucketIamMember(stack, 'grant', {
        bucket: new StorageBucket(stack, 'bucket', { name: 'own', location: 'EU' }).name,
        role: 'roles/storage.objectCreator',
        member: shop.functions['orders']!.serviceAccount.member,
      }),
    differs: ['app'],
    note: 'the other direction',
  },
];
