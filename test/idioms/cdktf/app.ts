import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { PubsubTopicIamMember } from '@cdktf/provider-google/lib/pubsub-topic-iam-member';
import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { DataTerraformRemoteStateGcs, GcsBackend, TerraformOutput, TerraformStack } from 'cdktf';
import { ServerlessArchitecture } from '../../../lib/render/gcp-cdktf';
import type { Idiom, Use } from './idiom';

const member = 'group:team@example.com';
const role = 'roles/pubsub.subscriber';

function otherStack({ app }: Use, name = 'other'): TerraformStack {
  const stack = new TerraformStack(app, name);
  new GoogleProvider(stack, 'google', {});
  return stack;
}

function addTo(stack: TerraformStack, { architecture }: Use): ServerlessArchitecture {
  const props = { architecture, project: 'another', region: 'europe-west1' };
  ServerlessArchitecture.addProviders(stack, props);
  return new ServerlessArchitecture(stack, 'Shop', props);
}

/** Idioms of a whole app. */
export const app: readonly Idiom[] = [
  {
    code: 'new GcsBackend(stack, { bucket: "state", prefix: "own" })',
    does: ({ stack }) => new GcsBackend(stack, { bucket: 'state', prefix: 'own' }),
  },
  {
    code: 'new StorageBucket(stack, "bucket", { …, dependsOn: [shop.functions.orders.function] })',
    does: ({ stack, shop }) =>
      new StorageBucket(stack, 'bucket', {
        name: 'own',
        location: 'EU',
        dependsOn: [shop.functions['orders']!.function],
      }),
  },
  {
    code: 'new TerraformOutput(stack, "topic", { value: shop.topics.events.topic.id })',
    does: ({ stack, shop }) => new TerraformOutput(stack, 'topic', { value: shop.topics['events']!.topic.id }),
  },
  {
    code: 'new StorageBucket(otherStack, "bucket", { …, labels: { table: shop.tables.orders.database.name } })',
    does: (use) =>
      new StorageBucket(otherStack(use), 'bucket', {
        name: 'own',
        location: 'EU',
        labels: { table: use.shop.tables['orders']!.database.name },
      }),
    differs: ['app'],
    note: 'CDKTF adds an output to the stack, which the other one reads from its state',
  },
  {
    code: 'new PubsubTopicIamMember(otherStack, "grant", { topic: shop.topics.events.topic.id, … })',
    does: (use) =>
      new PubsubTopicIamMember(otherStack(use), 'grant', { topic: use.shop.topics['events']!.topic.id, role, member }),
    differs: ['app'],
  },
  {
    code: 'new PubsubTopicIamMember(otherStack, "grant", { topic: remoteState.getString("topic"), … })',
    does: (use) => {
      const { stack, shop } = use;
      new GcsBackend(stack, { bucket: 'state', prefix: 'own' });
      new TerraformOutput(stack, 'topic', { value: shop.topics['events']!.topic.id });
      const other = otherStack(use);
      const state = new DataTerraformRemoteStateGcs(other, 'shop', { bucket: 'state', prefix: 'own' });
      return new PubsubTopicIamMember(other, 'grant', { topic: state.getString('topic'), role, member });
    },
    differs: ['app'],
    note: "`DataTerraformRemoteStateGcs` of the stack's backend",
  },
  {
    code: 'new ServerlessArchitecture(stack, "Other", { architecture: "other.yaml", project, region })',
    does: ({ stack, project }) =>
      new ServerlessArchitecture(stack, 'Other', {
        architecture: { name: 'other', topics: { events: {} } },
        project,
        region: 'europe-west1',
      }),
    note: 'a second architecture, which `verify` compares for itself',
  },
  {
    code: 'new ServerlessArchitecture(stack, "Again", { architecture: "shop.yaml", project, region })',
    does: ({ stack, project, architecture }) =>
      new ServerlessArchitecture(stack, 'Again', { architecture, project, region: 'europe-west1' }),
    says: 'must have names of its own in the project, got the same ones as own/Again/',
    note: 'the same architecture twice in one project',
  },
  {
    code: 'new ServerlessArchitecture(otherStack, "Shop", { architecture: "shop.yaml", project: another, region })',
    does: (use) => addTo(otherStack(use), use),
    note: 'a stack for each environment',
  },
  {
    code: 'new ServerlessArchitecture(thirdStack, "Shop", { architecture: "shop.yaml", project: another, region })',
    does: (use) => ['other', 'third'].map((name) => addTo(otherStack(use, name), use)),
    says: 'must have names of its own in the project, got the same ones as third/Shop/',
    note: 'two stacks with one project',
  },
];
