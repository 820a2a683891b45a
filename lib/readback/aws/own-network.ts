import type { AwsOwnNetworkFact } from '../../facts/network';
import type { Artefact } from '../artefact';
import { Join } from '../made';
import { equal, holdsAll, type Path, type Resource } from '../resource';
import { listStatements } from '../statement';
import type { Dialect, TypeName } from './dialect';

/** One engine's form of what networks have differently. */
export interface NetworkDialect {
  readonly dialect: Dialect;
  /** The path to the resources that a resource waits for. */
  readonly waits: Path;
  /** A zone by its place in the region's list. */
  readonly zone: (index: number, artefact: Artefact) => unknown;
  readonly region: unknown;
  /** Requires that an internet gateway is attached to a network; returns what a route to it has to wait for. */
  readonly attached: (gateway: Resource, vpc: Resource, artefact: Artefact) => readonly Resource[];
  /** Reads how long the records of a network's traffic are kept; undefined if there are none. */
  readonly readFlowLog: (vpc: Resource, artefact: Artefact) => number | undefined;
  /** Reads that the network's default security group has no rules. */
  readonly isDefaultGroupClosed: (vpc: Resource, artefact: Artefact) => boolean;
}

/** The parts of a network that the foundation creates. */
export interface OwnNetwork {
  readonly vpc: Resource;
  readonly publicSubnets: readonly Resource[];
  readonly privateSubnets: readonly Resource[];
  readonly publicRoute?: Resource;
  /** Resources that lead from the private subnets to the internet. */
  readonly privateWays: readonly Resource[];
}

const find = (type: TypeName, name: string, { types, part }: Dialect, artefact: Artefact): Resource | undefined =>
  artefact.parts('foundation', types[type]).find(({ local }) => local === part(name));

/** The parts of one name that a network has for each zone, by zone. */
function each(type: TypeName, name: string, dialect: Dialect, artefact: Artefact): Resource[] {
  const found = [0, 1, 2].map((index) => find(type, `${name}-${index}`, dialect, artefact));
  return found.filter((one) => one !== undefined);
}

/** Finds the parts of a network that the foundation creates; undefined: it uses another one. */
export function ownNetworkIn(dialect: Dialect, artefact: Artefact): OwnNetwork | undefined {
  const vpc = find('vpc', 'vpc', dialect, artefact);
  if (!vpc) return undefined;
  const publicRoute = find('networkRoute', 'public-route', dialect, artefact);
  return {
    vpc,
    publicSubnets: each('subnet', 'public-subnet', dialect, artefact),
    privateSubnets: each('subnet', 'private-subnet', dialect, artefact),
    ...(publicRoute && { publicRoute }),
    privateWays: [
      ...each('association', 'private-association', dialect, artefact),
      ...each('networkRoute', 'private-route', dialect, artefact),
    ],
  };
}

/** Texts or references with commas between them, as an exported parameter has them. */
export const listed = (items: readonly unknown[]): unknown =>
  items.every((item) => typeof item === 'string')
    ? items.join(',')
    : new Join(items.flatMap((item, index) => (index > 0 ? [',', item] : [item])));

/** Reads a network that the foundation creates. */
export function readOwnNetwork(own: OwnNetwork, engine: NetworkDialect, artefact: Artefact): AwsOwnNetworkFact {
  const { dialect, waits } = engine;
  const { path, to } = dialect;
  const { vpc, publicSubnets, privateSubnets, publicRoute } = own;
  const [gateway, publicTable] = [
    find('internetGateway', 'internet-gateway', dialect, artefact),
    find('routeTable', 'public-route-table', dialect, artefact),
  ];
  const addresses = each('address', 'nat-address', dialect, artefact);
  const gateways = each('natGateway', 'nat-gateway', dialect, artefact);
  const tables = each('routeTable', 'private-route-table', dialect, artefact);
  for (const word of ['EnableDnsSupport', 'EnableDnsHostnames']) vpc.fixed(path(word), true);
  const attachment = gateway ? engine.attached(gateway, vpc, artefact) : [];
  for (const table of [publicTable, ...tables]) table?.fixed(path('VpcId'), to(vpc, 'Ref'));
  if (publicRoute) {
    requireRoute(publicRoute, publicTable, dialect);
    publicRoute.fixed(path('GatewayId'), gateway && to(gateway, 'Ref'));
    requireWaits(publicRoute, attachment, waits);
  }
  const readSubnets = (subnets: readonly Resource[], name: string, table: (zone: number) => Resource | undefined) =>
    subnets.map((subnet, zone) => {
      subnet.fixed(path('VpcId'), to(vpc, 'Ref'));
      subnet.fixed(path('AvailabilityZone'), engine.zone(zone, artefact));
      subnet.fixed(path('MapPublicIpOnLaunch'), false);
      const association = find('association', `${name}-association-${zone}`, dialect, artefact);
      const right = table(zone);
      association?.fixed(path('SubnetId'), to(subnet, 'Ref'));
      association?.fixed(path('RouteTableId'), right && to(right, 'Ref'));
      return association ? subnet.string(path('CidrBlock')) : undefined;
    });
  gateways.forEach((one, zone) => {
    const [address, subnet] = [addresses[zone], publicSubnets[zone]];
    address?.fixed(path('Domain'), 'vpc');
    one.fixed(path('AllocationId'), address && to(address, 'AllocationId'));
    one.fixed(path('SubnetId'), subnet && to(subnet, 'Ref'));
    requireWaits(one, publicRoute ? [publicRoute] : [], waits);
  });
  const routes = each('networkRoute', 'private-route', dialect, artefact);
  const waysOut = routes.map((route, zone) => {
    requireRoute(route, tables[zone], dialect);
    return route.one(path('NatGatewayId'), ...gateways.map((one, index) => [to(one, 'Ref'), index] as const));
  });
  return {
    cidr: vpc.string(path('CidrBlock')),
    zones: publicSubnets.length,
    natGateways: gateways.length,
    publicSubnets: readSubnets(publicSubnets, 'public', () => publicTable),
    privateSubnets: readSubnets(privateSubnets, 'private', (zone) => tables[zone]),
    waysOut,
    endpoints: readEndpoints(vpc, [publicTable, ...tables], engine, artefact),
    flowLogs: { retentionDays: engine.readFlowLog(vpc, artefact) },
    isDefaultGroupClosed: engine.isDefaultGroupClosed(vpc, artefact),
  } as AwsOwnNetworkFact;
}

function requireRoute(route: Resource, table: Resource | undefined, { path, to }: Dialect): void {
  route.fixed(path('RouteTableId'), table && to(table, 'Ref'));
  route.fixed(path('DestinationCidrBlock'), '0.0.0.0/0');
}

/** Requires that a resource waits for exactly these, in any order. */
export function requireWaits(resource: Resource, others: readonly Resource[], waits: Path): void {
  const wanted = others.map(({ address }) => address);
  if (wanted.length === 0) return;
  const found = resource.at(waits);
  resource.fixed(waits, holdsAll(found, wanted) ? found : wanted);
}

/** Reads the services with gateway endpoints for all of the network's route tables. */
function readEndpoints(
  vpc: Resource,
  tables: readonly (Resource | undefined)[],
  { dialect, region }: NetworkDialect,
  artefact: Artefact,
): string[] {
  const { path, to } = dialect;
  return ['dynamodb', 's3'].filter((name) => {
    const endpoint = find('endpoint', `${name}-endpoint`, dialect, artefact);
    const right = {
      VpcId: to(vpc, 'Ref'),
      VpcEndpointType: 'Gateway',
      RouteTableIds: tables.map((table) => table && to(table, 'Ref')),
      ServiceName: new Join(['com.amazonaws.', region, `.${name}`]),
    };
    return endpoint && Object.entries(right).every(([word, value]) => endpoint.fixed(path(word), value));
  });
}

/** Everything of a network that has tags. */
export const taggedIn = ({ types }: Dialect, artefact: Artefact): readonly Resource[] =>
  (
    ['vpc', 'internetGateway', 'routeTable', 'subnet', 'address', 'natGateway', 'endpoint', 'flowLog', 'logs'] as const
  ).flatMap((type) => artefact.parts('foundation', types[type]));

/** Tests that a policy only lets flow logs write to a log group. */
export const writesFlowLogs = (document: unknown, streams: unknown): boolean =>
  [streams, [streams]].some((resource) =>
    equal(listStatements(document), [
      {
        Sid: 'WriteFlowLogs',
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        Resource: resource,
      },
    ]),
  );
