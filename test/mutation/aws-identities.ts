import type { Case } from './mutation';

/** The differences of a part with another name: CDK's id no longer follows from the path, Pulumi's name is no part's. */
const renamed = (owner: string) => ({ 'aws-cdk': [`${owner}!id`], 'aws-pulumi': [`${owner}!part`] });

/** Other identifiers of resources that readers find by other resources' references to them. */
export const webIdentities: readonly Case[] = [
  {
    what: "another identifier of a service's security group",
    make: (edit) => edit.rename('services/web/SecurityGroup'),
    seen: [],
    also: renamed('services.web'),
  },
  {
    what: "another identifier of a service's role",
    make: (edit) => edit.rename('services/web/TaskRole'),
    seen: [],
    also: renamed('services.web'),
  },
  {
    what: "another identifier of the load balancer's security group",
    make: (edit) => edit.rename('foundation/LoadBalancerSecurityGroup'),
    on: ['aws-cdk'],
    seen: [],
    also: renamed('foundation'),
  },
  {
    what: 'a security group without a construct path',
    make: ({ places }) => void delete places.whole('services/web/SecurityGroup').Metadata,
    on: ['aws-cdk'],
    seen: ['services.web.reachableFrom', '!', 'services.web!', 'services.web!NetworkConfiguration'],
  },
  {
    what: 'a service below its own role',
    make: (edit) => edit.adopt('services/web/Service', 'services/web/TaskRole'),
    on: ['aws-pulumi'],
    seen: [],
    also: { 'aws-pulumi': ['services.web!parent'] },
  },
];

/** Other identifiers of a function, its table and its API. */
export const counterIdentities: readonly Case[] = [
  {
    what: 'another identifier of a table',
    make: (edit) => edit.rename('tables/counter/Table'),
    seen: [],
    also: renamed('tables.counter'),
  },
  {
    what: 'another identifier of an alias',
    make: (edit) => edit.rename('functions/counter/Alias'),
    seen: [],
    also: renamed('functions.counter'),
  },
  {
    what: 'another identifier of an integration',
    make: (edit) => edit.rename('apis/counter/IntegrationCounter'),
    seen: [],
    also: renamed('apis.counter'),
  },
  {
    what: 'logs below the role of their function',
    make: (edit) => edit.adopt('functions/counter/Logs', 'functions/counter/Role'),
    on: ['aws-pulumi'],
    seen: [],
    also: { 'aws-pulumi': ['functions.counter!parent'] },
  },
  {
    what: 'the name of another project',
    make: ({ places }) => void (places.artefact.project = 'other'),
    on: ['aws-pulumi'],
    seen: [],
    also: { 'aws-pulumi': ['!project'] },
  },
];
