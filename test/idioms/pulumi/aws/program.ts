import * as aws from '@pulumi/aws';
import { interpolate } from '@pulumi/pulumi';
import { ServerlessArchitecture } from '../../../../lib/render/pulumi';
import type { Idiom } from '../idiom';

/** Idioms of a whole program on AWS. */
export const program: readonly Idiom<'aws'>[] = [
  {
    code: 'export const table = shop.tables.orders.table.name',
    does: ({ tables }) => ({ table: tables['orders']!.table.name }),
  },
  {
    code: 'new aws.ec2.SecurityGroup("own", { vpcId: aws.ec2.getVpcOutput({ default: true }).id, … })',
    does: () => {
      const description = interpolate`of ${aws.getCallerIdentityOutput().accountId}`;
      new aws.ec2.SecurityGroup('own', { vpcId: aws.ec2.getVpcOutput({ default: true }).id, description });
    },
    note: 'a question that the architecture asks too',
  },
  {
    code: 'new ServerlessArchitecture("stock", { architecture: "stock.yaml" })',
    does: () => {
      new ServerlessArchitecture('stock', { cloud: 'aws', architecture: { name: 'stock', queues: { jobs: {} } } });
    },
    note: 'a second architecture in the program',
  },
  {
    code: 'new ServerlessArchitecture("shop-two", { architecture: "shop.yaml" })',
    does: (_, architecture) => {
      new ServerlessArchitecture('shop-two', { cloud: 'aws', architecture });
    },
    differs: ['app'],
    breaks: '::shop-two-foundation-load-balancer',
    note: 'the same architecture twice has the same names of load balancers; pass another `env`',
  },
  {
    code: 'new ServerlessArchitecture("shop", …)',
    does: () => {
      new ServerlessArchitecture('shop', { cloud: 'aws', architecture: { name: 'stock', queues: { jobs: {} } } });
    },
    error: "Duplicate resource URN 'urn:pulumi:dev::own::triptych:aws:ServerlessArchitecture::shop'",
    note: 'a second component with the same name',
  },
  {
    code: 'new ServerlessArchitecture("own", { project, … })',
    does: () => {
      const args = { architecture: { name: 'stock' }, project: 'shop-123' };
      new ServerlessArchitecture('own', { cloud: 'aws', ...args });
    },
    error: "project: can't be set on AWS, where the provider decides",
  },
];
