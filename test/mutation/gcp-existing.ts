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
      seen: [],
    },
    {
      what: 'an existing element that the model lacks',
      make: (edit) => void (stamped(edit)['topics.other'] = 'projects/other-project/topics/other'),
      seen: [],
    },
    {
      what: 'a role in another project',
      make: (edit) => edit.set(`${listens}/UseTablesOrders`, 'project', 'my-project'),
      seen: [],
    },
    {
      what: 'a role on another bucket',
      make: (edit) => edit.set(`${listens}/UseBucketsUploads`, 'bucket', 'uploads'),
      seen: [],
    },
    {
      what: 'more than the role on a topic',
      make: (edit) => edit.set(`${listens}/UseTopicsEvents`, 'role', 'roles/pubsub.admin'),
      seen: [],
    },
    {
      what: 'messages of another topic',
      make: (edit) =>
        edit.set(`${listens}/Trigger/TopicEvents/Subscription`, 'topic', 'projects/other-project/topics/event'),
      seen: [],
    },
    {
      what: 'events of another bucket',
      make: (edit) => edit.set(`${listens}/Trigger/BucketUploads/Notification0`, 'bucket', 'uploads'),
      seen: [],
    },
  ],
);
