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
      seen: ['functions.listens.uses.tables.orders', 'services.web.uses.tables.orders', 'tables.orders.existing'],
      also: {
        'aws-cdk': ['services.web!Properties.Policies', 'functions.listens!Properties.Policies'],
        'aws-pulumi': ['functions.listens!inputs.policy', 'services.web!inputs.policy'],
      },
    },
    {
      what: 'an existing element that the model lacks',
      make: (edit) => void (stamped(edit)['queues.other'] = 'arn:aws:sqs:eu-west-1:111122223333:other'),
      seen: ['queues.other'],
    },
    {
      what: 'a variable with another name',
      make: (edit) => edit.set(`${listens}/Function`, 'Environment.Variables.TABLE', 'invoices'),
      seen: ['functions.listens.environment.TABLE'],
    },
    {
      what: 'a role that uses another table',
      make: (edit) => edit.replace(role, document, 'table/orders', 'table/invoices'),
      seen: ['functions.listens.uses.tables.orders'],
      also: { 'aws-cdk': ['functions.listens!Properties.Policies'], 'aws-pulumi': ['functions.listens!inputs.policy'] },
    },
    {
      what: 'a role that uses another bucket',
      make: (edit) => edit.replace(role, document, 'guest-uploads/*', 'uploads/*'),
      seen: ['functions.listens.uses.buckets.uploads'],
      also: { 'aws-cdk': ['functions.listens!Properties.Policies'], 'aws-pulumi': ['functions.listens!inputs.policy'] },
    },
    {
      what: 'events of another bucket',
      make: (edit) => edit.replace(`${listens}/Rule1`, 'EventPattern', 'guest-uploads', 'uploads'),
      seen: ['functions.listens.triggers'],
      also: {
        'aws-cdk': [
          'queues.dead!Properties.PolicyDocument',
          'functions.listens!Properties.EventPattern',
          'functions.listens!may lambda:InvokeFunction',
        ],
        'aws-pulumi': [
          'functions.listens!inputs.eventPattern',
          'functions.listens!may lambda:InvokeFunction',
          'queues.dead!inputs.policy',
        ],
      },
    },
    {
      what: 'events of a topic in another account',
      make: (edit) =>
        edit.set(`${listens}/SubscriptionEvents`, 'TopicArn', 'arn:aws:sns:eu-west-1:999922223333:events'),
      seen: ['functions.listens.triggers', 'queues.dead.senders'],
      also: {
        'aws-cdk': [
          'queues.dead!Properties.PolicyDocument',
          'functions.listens!Properties.TopicArn',
          'functions.listens!DependsOn.0',
        ],
        'aws-pulumi': [
          'functions.listens!inputs.topic',
          'functions.listens!options.dependsOn',
          'queues.dead!inputs.policy',
        ],
      },
    },
  ],
);
