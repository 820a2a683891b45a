import { stamped } from './existing';
import { ofExample, type Mutation } from './mutation';

const listens = 'functions/listens';

/** Changes of what is done with elements that something else owns, and the differences that each makes. */
export const existingMutations: readonly Mutation[] = ofExample(
  ['guest'],
  [
    {
      what: 'another database of the same owner',
      make: (edit) => void (stamped(edit)['tables.orders'] += '2'),
      seen: ['functions.listens.uses', 'services.web.uses', 'tables.orders.existing'],
      also: {
        'gcp-cdktf': [
          'functions.listens!condition.expression',
          'functions.listens!condition.title',
          'functions.listens!project',
          'functions.listens!role',
          'services.web!condition.expression',
          'services.web!condition.title',
          'services.web!project',
          'services.web!role',
        ],
        'gcp-pulumi': [
          'functions.listens!inputs.condition',
          'functions.listens!inputs.project',
          'functions.listens!inputs.role',
          'services.web!inputs.condition',
          'services.web!inputs.project',
          'services.web!inputs.role',
        ],
      },
    },
    {
      what: 'an existing element that the model lacks',
      make: (edit) => void (stamped(edit)['topics.other'] = 'projects/other-project/topics/other'),
      seen: ['topics.other'],
    },
    {
      what: 'a role in another project',
      make: (edit) => edit.set(`${listens}/UseTablesOrders`, 'project', 'my-project'),
      seen: ['functions.listens.uses', 'functions.listens!project', 'functions.listens!role'],
    },
    {
      what: 'a role on another bucket',
      make: (edit) => edit.set(`${listens}/UseBucketsUploads`, 'bucket', 'uploads'),
      seen: ['functions.listens.uses', 'functions.listens!bucket', 'functions.listens!role'],
    },
    {
      what: 'more than the role on a topic',
      make: (edit) => edit.set(`${listens}/UseTopicsEvents`, 'role', 'roles/pubsub.admin'),
      seen: ['functions.listens.uses', 'functions.listens!role'],
    },
    {
      what: 'messages of another topic',
      make: (edit) =>
        edit.set(`${listens}/Trigger/TopicEvents/Subscription`, 'topic', 'projects/other-project/topics/event'),
      seen: ['functions.listens.triggers', 'functions.listens.retry', 'functions.listens.physicalNames.trigger'],
      also: {
        'gcp-cdktf': ['functions.listens!push_config.push_endpoint', 'functions.listens!topic'],
        'gcp-pulumi': ['functions.listens!inputs.pushConfig', 'functions.listens!inputs.topic'],
      },
    },
    {
      what: 'events of another bucket',
      on: ['gcp-cdktf'],
      make: (edit) => edit.set(`${listens}/Trigger/BucketUploads/Notification0`, 'bucket', 'uploads'),
      seen: [
        'functions.listens.triggers',
        'functions.listens.retry',
        'functions.listens.physicalNames.trigger',
        'functions.listens!push_config.push_endpoint',
        'functions.listens!topic',
        'functions.listens!bucket',
        'functions.listens!event_types.0',
        'functions.listens!event_types.1',
        'functions.listens!event_types.2',
      ],
    },
  ],
);
