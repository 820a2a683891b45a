import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Written } from '../rendering';
import type { Case, Mutation } from './mutation';

const read = (file: string): Written => ({ text: readFileSync(join(__dirname, '../vendor', file), 'utf8') });

/** Architectures with networks that no example has, by name. */
export const networks = { landed: read('existing-network.yaml') } as const satisfies Record<string, Written>;

const exported = 'foundation.exported./triptych/landed/dev/ground/v1';
const awsvpc = 'NetworkConfiguration.AwsvpcConfiguration';

/** Changes of a network that exists already, and the differences that each makes. */
const landed: readonly Case[] = [
  {
    what: 'tasks in the public subnets',
    make: (edit) =>
      edit.set('services/web/Service', `${awsvpc}.Subnets`, ['subnet-0a1b2c3d4e5f67890', 'subnet-0a1b2c3d4e5f67891']),
    seen: ['services.web!NetworkConfiguration'],
  },
  {
    what: 'tasks with public addresses',
    make: (edit) =>
      edit.set(
        'services/web/Service',
        `${awsvpc}.AssignPublicIp`,
        edit.pick<unknown>({ 'aws-cdk': 'ENABLED', 'aws-pulumi': true }),
      ),
    seen: ['services.web.publicAddresses'],
  },
  {
    what: "a service's security group in another network",
    make: (edit) => edit.set('services/web/SecurityGroup', 'VpcId', 'vpc-0f1b2c3d4e5f67890'),
    seen: ['services.web!VpcId'],
  },
  {
    what: 'a load balancer in other subnets',
    make: (edit) =>
      edit.set('foundation/LoadBalancer', 'Subnets', ['subnet-0a1b2c3d4e5f67890', 'subnet-0a1b2c3d4e5f67899']),
    seen: ['foundation.network.existing.publicSubnetIds', `${exported}/publicSubnetIds`],
    also: { 'aws-cdk': ['foundation!Properties.Value'] },
  },
  {
    what: 'an export of other zones',
    make: (edit) => edit.set('foundation/ExportAvailabilityZones', 'Value', 'eu-west-1a,eu-west-1c'),
    seen: ['foundation.network.existing.availabilityZones', `${exported}/availabilityZones`],
  },
  {
    what: 'no export of the private subnets',
    make: (edit) => edit.remove('foundation/ExportPrivateSubnetIds'),
    seen: [
      'foundation.network.existing.privateSubnetIds',
      `${exported}/privateSubnetIds`,
      'services.web!NetworkConfiguration',
    ],
  },
];

export const networkMutations: readonly Mutation[] = landed.map((one) => ({ of: ['landed'], ...one }));
