import { Aspects, type CfnResource, RemovalPolicies, RemovalPolicy, Stack, Tag, Tags } from 'aws-cdk-lib';
import { ManagedPolicy, PermissionsBoundary } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { type Idiom } from './idiom';
import { ownFunction } from './own';

/** Idioms of a whole app. */
export const app: Readonly<Record<'app', readonly Idiom[]>> = {
  app: [
    { code: 'Tags.of(app).add("team", "web")', does: ({ app }) => Tags.of(app).add('team', 'web'), differs: ['all'] },
    {
      code: 'Tags.of(shop).add("team", "web")',
      does: ({ shop }) => Tags.of(shop).add('team', 'web'),
      differs: ['all'],
    },
    {
      code: 'Aspects.of(app).add(new Tag("team", "web"))',
      does: ({ app }) => Aspects.of(app).add(new Tag('team', 'web')),
      differs: ['all'],
    },
    {
      code: 'PermissionsBoundary.of(app).apply(boundary)',
      does: ({ app, stack }) =>
        PermissionsBoundary.of(app).apply(ManagedPolicy.fromManagedPolicyName(stack, 'Boundary', 'boundary')),
      differs: ['all'],
    },
    {
      code: 'Aspects.of(app).add({ visit: (node) => … })',
      does: ({ app }) =>
        Aspects.of(app).add({
          visit: (node) => {
            if (node instanceof CfnFunction) node.addPropertyOverride('SnapStart', { ApplyOn: 'None' });
          },
        }),
      differs: ['functions.orders', 'functions.worker'],
      note: 'an Aspect that changes resources of every function',
    },
    {
      code: 'RemovalPolicies.of(app).destroy()',
      does: ({ app }) => RemovalPolicies.of(app).destroy(),
      differs: [
        'apis.public',
        'buckets.uploads',
        'foundation',
        'functions.orders',
        'functions.worker',
        'queues.failed',
        'queues.jobs',
        'secrets.key',
        'services.web',
        'tables.orders',
        'topics.alerts',
        'topics.events',
      ],
      says: 'has retain: true in the architecture',
    },
    {
      code: 'own.node.addDependency(shop)',
      does: ({ stack, shop }) => new Bucket(stack, 'OwnBucket').node.addDependency(shop),
    },
    {
      code: 'shop.node.addDependency(own)',
      does: ({ stack, shop }) => shop.node.addDependency(new Bucket(stack, 'OwnBucket')),
    },
    {
      code: 'stack.exportValue(shop.tables.orders.table.tableName)',
      does: ({ stack, shop }) => void stack.exportValue(shop.tables['orders']!.table.tableName),
    },
    {
      code: 'a construct of another stack that reads shop.tables.orders.table.tableName',
      does: ({ app, shop }) => {
        new StringParameter(new Stack(app, 'Other'), 'Name', { stringValue: shop.tables['orders']!.table.tableName });
      },
    },
    {
      code: 'shop.tables.orders.table.grantReadData(functionOfAnotherStack)',
      does: ({ app, shop }) => void shop.tables['orders']!.table.grantReadData(ownFunction(new Stack(app, 'Other'))),
      differs: ['app'],
    },
    {
      code: 'stack.templateOptions.metadata = { team: "web" }',
      does: ({ stack }) => {
        stack.templateOptions.metadata = { ...stack.templateOptions.metadata, team: 'web' };
      },
      note: 'keep what is in it: `verify` finds architectures by an entry of it',
    },
    {
      code: 'stack.addTransform("AWS::LanguageExtensions")',
      does: ({ stack }) => stack.addTransform('AWS::LanguageExtensions'),
    },
    {
      code: 'resource.applyRemovalPolicy(RemovalPolicy.RETAIN)',
      does: ({ shop }) =>
        (shop.queues['jobs']!.queue.node.defaultChild as CfnResource).applyRemovalPolicy(RemovalPolicy.RETAIN),
      differs: ['queues.jobs'],
    },
  ],
};
