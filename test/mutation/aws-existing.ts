import { stamped } from './existing';
import { ofExample, type Mutation } from './mutation';

const listens = 'functions/listens';
const role = `${listens}/Role`;
const document = 'Policies.0.PolicyDocument';

/** Changes of what is done with elements that something else owns, and the differences that each makes. */
export const existingMutations: readonly Mutation[] = ofExample(
  ['guest'],
  [
    {
      what: 'another table of the same owner',
      make: (edit) => void (stamped(edit)['tables.orders'] += '2'),
      seen: [],
    },
    {
      what: 'an existing element that the model lacks',
      make: (edit) => void (stamped(edit)['queues.other'] = 'arn:aws:sqs:eu-west-1:111122223333:other'),
      seen: [],
    },
    {
      what: 'an existing element that is left out',
      make: (edit) => void delete stamped(edit)['secrets.token'],
      seen: [],
    },
    {
      what: 'a role that uses another table',
      make: (edit) => edit.replace(role, document, 'table/orders', 'table/invoices'),
      seen: [],
    },
    {
      what: 'a role that uses another bucket',
      make: (edit) => edit.replace(role, document, 'guest-uploads/*', 'uploads/*'),
      seen: [],
    },
    {
      what: 'events of another bucket',
      make: (edit) => edit.replace(`${listens}/Rule1`, 'EventPattern', 'guest-uploads', 'uploads'),
      seen: [],
    },
    {
      what: 'events of a topic in another account',
      make: (edit) =>
        edit.set(`${listens}/SubscriptionEvents`, 'TopicArn', 'arn:aws:sns:eu-west-1:999922223333:events'),
      seen: [],
    },
  ],
);
