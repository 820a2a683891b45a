import { z } from 'zod';
import { plainText } from './text';

/** Id of a VPC: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html */
const vpcIdName = plainText.regex(/^vpc-[0-9a-f]{8,17}$/, 'must be the id of a VPC, such as vpc-0a1b2c3d4e5f67890');
const subnetId = plainText.regex(
  /^subnet-[0-9a-f]{8,17}$/,
  'must be the id of a subnet, such as subnet-0a1b2c3d4e5f67890',
);
const zoneName = plainText.regex(
  /^[a-z]{2}(?:-[a-z]+)+-\d[a-z]$/,
  'must be the name of an availability zone, such as eu-west-1a',
);

/** Names of resources in Compute Engine: https://cloud.google.com/compute/docs/naming-resources */
const name = '[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?';
const project = '(?:[a-z0-9.-]+:)?[a-z][a-z0-9-]{0,28}[a-z0-9]';
const networkName = plainText.regex(
  new RegExp(`^(?:projects/${project}/global/networks/)?${name}$`),
  'must be the name of a network, or for one of another project projects/<project>/global/networks/<name>',
);
const subnetworkName = plainText.regex(
  new RegExp(`^(?:projects/${project}/regions/[a-z]+-[a-z]+\\d+/subnetworks/)?${name}$`),
  'must be the name of a subnetwork, or for one of another project projects/<project>/regions/<region>/subnetworks/<name>',
);

/** Network on AWS that exists already. It is neither created nor changed. */
const existingOnAws = z.strictObject({
  /** Id of the VPC. */
  vpcId: vpcIdName,
  /** Ids of the public subnets, one in each of `availabilityZones`. The load balancer uses them. */
  publicSubnetIds: z.array(subnetId).min(2).max(6),
  /**
   * Ids of the private subnets, one in each of `availabilityZones`. Tasks run in them, without public addresses, so they
   * need a route to the registry of the images, such as a NAT gateway. Default: tasks run in the public subnets.
   */
  privateSubnetIds: z.array(subnetId).min(2).max(6).optional(),
  /** Names of the availability zones, in the order of the subnets. */
  availabilityZones: z.array(zoneName).min(2).max(6),
});

/** Network on Google Cloud that exists already. It is neither created nor changed. */
const existingOnGcp = z.strictObject({
  /** Name of the network; of a shared VPC `projects/<host project>/global/networks/<name>`. */
  network: networkName,
  /** Name of the subnetwork; of a shared VPC `projects/<host project>/regions/<region>/subnetworks/<name>`. */
  subnetwork: subnetworkName,
});

/** Network that exists already, such as that of a landing zone. */
const existingNetwork = z.strictObject({
  /** Network that exists already, on each cloud. It is neither created nor changed. */
  existing: z.strictObject({
    /** On AWS. */
    aws: existingOnAws.optional(),
    /** On Google Cloud. */
    gcp: existingOnGcp.optional(),
  }),
});

/** Network of the foundation's own. */
const ownNetwork = z.strictObject({
  /** Range of its addresses, from /16 to /24. Networks that are to be connected must not overlap. */
  cidr: z.cidrv4('must be a range of IPv4 addresses, such as 10.0.0.0/16'),
  /** Number of availability zones on AWS. Each has a public and a private subnet of an eighth of the range. */
  zones: z.int().min(2).max(3).default(2),
  /**
   * Number of NAT gateways, through which private subnets reach the internet: one for all zones, or one for each. They
   * are billed by the hour, and for traffic. Without one, only S3 and DynamoDB can be reached, and tasks can't pull images.
   */
  natGateways: z.int().min(0).max(3).default(1),
});

/** Network of the foundation. */
export const networkSpec = z.union([ownNetwork, existingNetwork, z.enum(['default'])]);

export type ResolvedNetwork = z.output<typeof networkSpec>;
/** Network on AWS that exists already. */
export type ExistingOnAws = z.output<typeof existingOnAws>;

/** Network on AWS that exists already; undefined if the foundation has another one. */
export const existingOnAwsIn = (network: ResolvedNetwork | undefined): ExistingOnAws | undefined =>
  typeof network === 'object' && 'existing' in network ? network.existing.aws : undefined;

/** Network of the foundation's own. */
export type OwnNetwork = z.output<typeof ownNetwork>;

/** Network of the foundation's own; undefined if it uses another one. */
export const ownNetworkIn = (network: ResolvedNetwork | undefined): OwnNetwork | undefined =>
  typeof network === 'object' && 'cidr' in network ? network : undefined;

/** Network on Google Cloud that exists already. */
export type ExistingOnGcp = z.output<typeof existingOnGcp>;

/** Network on Google Cloud that exists already; undefined if the foundation has another one. */
export const existingOnGcpIn = (network: ResolvedNetwork | undefined): ExistingOnGcp | undefined =>
  typeof network === 'object' && 'existing' in network ? network.existing.gcp : undefined;

/** Elements that may be in the foundation's network. */
interface WithElements {
  readonly functions: Readonly<Record<string, { readonly network: string }>>;
  readonly services: Readonly<Record<string, { readonly network: string }>>;
}

/** Tells whether an element asks for the foundation's network. On Google Cloud, no other one is in it. */
export const isNetworkUsed = ({ functions, services }: WithElements): boolean =>
  [functions, services].some((elements) => Object.values(elements).some(({ network }) => network === 'foundation'));
