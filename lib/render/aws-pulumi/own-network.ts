import { getAvailabilityZonesOutput } from '@pulumi/aws';
import {
  DefaultSecurityGroup,
  Eip,
  InternetGateway,
  NatGateway,
  Route,
  RouteTable,
  RouteTableAssociation,
  Subnet,
  Vpc,
  VpcEndpoint,
} from '@pulumi/aws/ec2';
import type { Output, Resource } from '@pulumi/pulumi';
import type { AwsOwnNetworkPlan, AwsZonePlan } from '../../cloud/aws/own-network';
import type { Element } from '../pulumi-element';
import { renderFlowLog } from './flow-log';
import type { Network } from './network';
import type { Parts } from './parts';

type Tags = Record<string, string> | undefined;

/** Values that the zones of a network have in common. */
interface Shared {
  readonly parent: Element;
  readonly plan: AwsOwnNetworkPlan;
  readonly vpcId: Output<string>;
  readonly publicTable: RouteTable;
  readonly publicRoute: Route;
  readonly zoneNames: readonly Output<string>[];
  readonly tags: Tags;
}

/** The private half of a zone. */
interface PrivateZone {
  readonly subnet: Subnet;
  readonly table: RouteTable;
  /** Resources that must exist before tasks in the subnet reach the internet. */
  readonly ways: readonly Resource[];
}

/** Creates a network. */
export function renderOwnNetwork(parent: Element, plan: AwsOwnNetworkPlan, parts: Parts, tags: Tags): Network {
  const name = (part: string) => `${parent.prefix}-${part}`;
  const { cidr: cidrBlock, dns } = plan;
  const { id: vpcId } = new Vpc(
    name('vpc'),
    { cidrBlock, enableDnsSupport: dns.support, enableDnsHostnames: dns.hostnames, tags },
    { parent },
  );
  // Without rules: AWS gives the group to whatever names none.
  new DefaultSecurityGroup(name('default-security-group'), { vpcId, tags }, { parent });
  const gateway = new InternetGateway(name('internet-gateway'), { vpcId, tags }, { parent });
  const publicTable = new RouteTable(name('public-route-table'), { vpcId, tags }, { parent });
  const publicRoute = new Route(
    name('public-route'),
    { routeTableId: publicTable.id, destinationCidrBlock: plan.everywhere, gatewayId: gateway.id },
    { parent },
  );
  const zoneNames = zonesOf(parent, plan);
  const shared: Shared = { parent, plan, vpcId, publicTable, publicRoute, zoneNames, tags };
  const publicSubnets = plan.zones.map((zone) => renderPublicSubnet(shared, zone));
  const gateways = plan.zones.map((zone, index) => renderNatGateway(shared, zone, publicSubnets[index]!));
  const zones = plan.zones.map((zone) =>
    renderPrivateSubnet(shared, zone, zone.natGateway === undefined ? undefined : gateways[zone.natGateway]),
  );
  for (const { name: service, service: serviceName, type } of plan.endpoints) {
    new VpcEndpoint(
      name(`${service}-endpoint`),
      {
        vpcId,
        serviceName: parts.text(serviceName),
        vpcEndpointType: type,
        routeTableIds: [publicTable.id, ...zones.map(({ table }) => table.id)],
        tags,
      },
      { parent },
    );
  }
  renderFlowLog(parent, plan.flowLogs, vpcId, parts, tags);
  return {
    vpcId,
    publicSubnetIds: publicSubnets.map(({ id }) => id),
    privateSubnetIds: zones.map(({ subnet }) => subnet.id),
    availabilityZones: zoneNames,
    publicWay: publicRoute,
    privateWays: zones.flatMap(({ ways }) => ways),
  };
}

/** The region's zones, without those that an account has to ask for. */
function zonesOf(parent: Element, { zones }: AwsOwnNetworkPlan): Output<string>[] {
  const found = getAvailabilityZonesOutput(
    { state: 'available', filters: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }] },
    { parent },
  );
  return zones.map(({ index }) => found.names.apply((names) => names[index]!));
}

function renderPublicSubnet({ parent, vpcId, publicTable, zoneNames, tags }: Shared, zone: AwsZonePlan): Subnet {
  const { index, publicCidr: cidrBlock, mapPublicIps: mapPublicIpOnLaunch } = zone;
  const subnet = new Subnet(
    `${parent.prefix}-public-subnet-${index}`,
    { vpcId, cidrBlock, availabilityZone: zoneNames[index]!, mapPublicIpOnLaunch, tags },
    { parent },
  );
  new RouteTableAssociation(
    `${parent.prefix}-public-association-${index}`,
    { subnetId: subnet.id, routeTableId: publicTable.id },
    { parent },
  );
  return subnet;
}

function renderNatGateway(
  { parent, publicRoute, tags }: Shared,
  { index, hasNatGateway }: AwsZonePlan,
  subnet: Subnet,
): NatGateway | undefined {
  if (!hasNatGateway) return undefined;
  const address = new Eip(`${parent.prefix}-nat-address-${index}`, { domain: 'vpc', tags }, { parent });
  return new NatGateway(
    `${parent.prefix}-nat-gateway-${index}`,
    { allocationId: address.allocationId, subnetId: subnet.id, tags },
    // It fails in a network without an internet gateway.
    { parent, dependsOn: [publicRoute] },
  );
}

function renderPrivateSubnet(
  { parent, plan, vpcId, zoneNames, tags }: Shared,
  { index, privateCidr: cidrBlock, mapPublicIps: mapPublicIpOnLaunch }: AwsZonePlan,
  gateway: NatGateway | undefined,
): PrivateZone {
  const subnet = new Subnet(
    `${parent.prefix}-private-subnet-${index}`,
    { vpcId, cidrBlock, availabilityZone: zoneNames[index]!, mapPublicIpOnLaunch, tags },
    { parent },
  );
  const table = new RouteTable(`${parent.prefix}-private-route-table-${index}`, { vpcId, tags }, { parent });
  const association = new RouteTableAssociation(
    `${parent.prefix}-private-association-${index}`,
    { subnetId: subnet.id, routeTableId: table.id },
    { parent },
  );
  const route =
    gateway &&
    new Route(
      `${parent.prefix}-private-route-${index}`,
      { routeTableId: table.id, destinationCidrBlock: plan.everywhere, natGatewayId: gateway.id },
      { parent },
    );
  return { subnet, table, ways: [association, ...(route ? [route] : [])] };
}
