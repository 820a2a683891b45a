import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { Aspects, dependable, TerraformResource, type TerraformStack } from 'cdktf';
import type { Idiom } from './idiom';

/** A service account of the team's own. */
export const ownAccount = (stack: TerraformStack): ServiceAccount =>
  new ServiceAccount(stack, 'own', { accountId: 'own' });

const eu = (stack: TerraformStack, project?: string): GoogleProvider =>
  new GoogleProvider(stack, 'eu', { alias: 'eu', region: 'europe-west1', ...(project && { project }) });

const everything = [
  'functions.orders',
  'functions.worker',
  'services.web',
  'queues.failed',
  'queues.jobs',
  'topics.alerts',
  'topics.events',
  'tables.orders',
  'secrets.key',
  'foundation',
];

/** Changes of the architecture's own resources. */
export const changes: readonly Idiom[] = [
  {
    code: 'shop.functions.orders.function.addOverride("service_config.available_memory", "1024Mi")',
    does: ({ shop }) => shop.functions['orders']!.function.addOverride('service_config.available_memory', '1024Mi'),
    differs: ['functions.orders'],
  },
  {
    code: 'shop.functions.worker.function.addOverride("service_config.environment_variables.LEVEL", "debug")',
    does: ({ shop }) =>
      shop.functions['worker']!.function.addOverride('service_config.environment_variables.LEVEL', 'debug'),
    differs: ['functions.worker'],
  },
  {
    code: 'shop.services.web.service.labels = { team: "web" }',
    does: ({ shop }) => (shop.services['web']!.service.labels = { team: 'web' }),
    differs: ['services.web'],
  },
  {
    code: 'shop.services.web.service.addOverride("template.vpc_access", { … })',
    does: ({ shop }) =>
      shop.services['web']!.service.addOverride('template.vpc_access', {
        network_interfaces: [{ network: 'own', subnetwork: 'own' }],
      }),
    differs: ['services.web'],
  },
  {
    code: 'shop.buckets.uploads.bucket.lifecycle = { ignoreChanges: ["labels"], preventDestroy: true }',
    does: ({ shop }) => {
      shop.buckets['uploads']!.bucket.lifecycle = { ignoreChanges: ['labels'], preventDestroy: true };
    },
    differs: ['buckets.uploads'],
  },
  {
    code: 'shop.buckets.uploads.bucket.lifecycle = { ignoreChanges: ["labels"] }',
    does: ({ shop }) => {
      shop.buckets['uploads']!.bucket.lifecycle = { ignoreChanges: ['labels'] };
    },
    differs: ['buckets.uploads'],
    says: 'buckets.uploads: has retain: true in the architecture, and prevent_destroy: false in the stack',
    note: 'CDKTF replaces the whole block',
    isQuick: true,
  },
  {
    code: 'shop.tables.orders.database.deletionPolicy = "DELETE"',
    does: ({ shop }) => (shop.tables['orders']!.database.deletionPolicy = 'DELETE'),
    differs: ['tables.orders'],
    says: 'tables.orders: has retain: true in the architecture, and deletion_policy: "DELETE" in the stack',
  },
  {
    code: 'shop.secrets.key.secret.deletionProtection = false',
    does: ({ shop }) => (shop.secrets['key']!.secret.deletionProtection = false),
    differs: ['secrets.key'],
    says: 'secrets.key: has retain: true in the architecture, and deletion_protection: false in the stack',
  },
  {
    code: 'shop.functions.orders.function.lifecycle = { preventDestroy: true }',
    does: ({ shop }) => {
      shop.functions['orders']!.function.lifecycle = { preventDestroy: true };
    },
    differs: ['functions.orders'],
    says: 'functions.orders: has a lifecycle without ignore_changes of service_config[0].min_instance_count',
    note: 'a function with `scheduled`',
  },
  {
    code: 'Aspects.of(shop).add({ visit: (node) => { node.lifecycle = { preventDestroy: true } } })',
    does: ({ shop }) =>
      Aspects.of(shop).add({
        visit: (node) => {
          if (node instanceof TerraformResource) node.lifecycle = { ...node.lifecycle, preventDestroy: true };
        },
      }),
    differs: everything,
    says: 'which a change of the code replaces, so Terraform refuses that deployment',
    note: 'leave out archives, waits and versions of parameters',
  },
  {
    code: 'Aspects.of(stack).add({ visit: (node) => { node.labels = { ...node.labelsInput, team: "web" } } })',
    does: ({ stack }) =>
      Aspects.of(stack).add({
        visit: (node) => {
          const key = ['userLabels', 'labels'].find((one) => `${one}Input` in node);
          const { [`${key}Input`]: labels } = node as unknown as Record<string, object | undefined>;
          if (key !== undefined) Object.assign(node, { [key]: { ...labels, team: 'web' } });
        },
      }),
    differs: ['all'],
    note: 'labels on everything that can have them, as `userLabels` where a type has both; CDKTF ignores aspects of an app',
  },
  {
    code: 'new GoogleProvider(stack, "google", { defaultLabels: { team: "web" } })',
    before: (stack) => {
      const google = stack.node.findChild('google') as GoogleProvider;
      google.defaultLabels = { team: 'web' };
      return {};
    },
    note: 'the simpler way',
  },
  {
    code: 'new ServerlessArchitecture(stack, "Shop", { …, provider: eu })',
    before: (stack) => ({ provider: eu(stack) }),
    note: 'a provider with an alias',
    isQuick: true,
  },
  {
    code: 'new ServerlessArchitecture(stack, "Shop", { …, provider: providerOfAnotherProject })',
    before: (stack) => ({ provider: eu(stack, 'build-project') }),
    note: 'resources are in `project` all the same',
    check: (json) =>
      expect(JSON.stringify((JSON.parse(json) as { resource: object }).resource)).not.toContain('build-project'),
  },
  {
    code: 'shop.topics.events.topic.provider = eu',
    does: ({ stack, shop, project }) => (shop.topics['events']!.topic.provider = eu(stack, project)),
    differs: ['topics.events'],
  },
  {
    code: 'Aspects.of(shop).add({ visit: (node) => { node.provider = eu } })',
    does: ({ stack, shop, project }) => {
      const provider = eu(stack, project);
      Aspects.of(shop).add({
        visit: (node) => {
          const isGoogles = node instanceof TerraformResource && node.terraformResourceType.startsWith('google_');
          if (isGoogles && node.provider === undefined) node.provider = provider;
        },
      });
    },
    differs: ['foundation'],
    note: 'prefer the property `provider`, which data sources have, too',
  },
  {
    code: 'shop.functions.orders.function.overrideLogicalId("orders")',
    does: ({ shop }) => shop.functions['orders']!.function.overrideLogicalId('orders'),
    note: 'has no effect: CDKTF ignores it for a resource to which others refer',
  },
  {
    code: 'shop.buckets.uploads.bucket.importFrom("uploads-of-2019")',
    does: ({ shop }) => shop.buckets['uploads']!.bucket.importFrom('uploads-of-2019'),
    differs: ['app'],
    note: 'an `import` block; remove it after the deployment',
  },
  {
    code: 'shop.buckets.uploads.bucket.moveFromId("google_storage_bucket.uploads")',
    does: ({ shop }) => shop.buckets['uploads']!.bucket.moveFromId('google_storage_bucket.uploads'),
    differs: ['app'],
    note: 'a `moved` block, which keeps a bucket that the stack had before',
  },
  {
    code: 'shop.functions.orders.function.dependsOn.push(dependable(own))',
    does: ({ stack, shop }) => {
      const { function: made } = shop.functions['orders']!;
      made.dependsOn!.push(dependable(ownAccount(stack)));
    },
  },
];
