import { Fn, type CfnResource } from 'aws-cdk-lib';
import {
  CfnEIP,
  CfnInternetGateway,
  CfnNatGateway,
  CfnRoute,
  CfnRouteTable,
  CfnSubnet,
  CfnSubnetRouteTableAssociation,
  CfnVPC,
  CfnVPCEndpoint,
  CfnVPCGatewayAttachment,
} from 'aws-cdk-lib/aws-ec2';
import type { Construct } from 'constructs';
import type { AwsOwnNetworkPlan, AwsZonePlan } from '../../cloud/aws/own-network';
import { pascalCase } from '../../model/name';
import { renderFlowLog } from './flow-log';
import type { Network } from './network';
import type { Parts } from './parts';
import { vpcOf } from './vpc';

/** Values that the zones of a network have in common. */
interface Shared {
  readonly scope: Construct;
  readonly plan: AwsOwnNetworkPlan;
  readonly vpcId: string;
  readonly publicTable: CfnRouteTable;
  readonly publicRoute: CfnRoute;
}

/** One zone of a network. */
interface Zone {
  readonly publicSubnet: CfnSubnet;
  readonly privateSubnet: CfnSubnet;
  readonly privateTable: CfnRouteTable;
  /** Resources that must exist before tasks in the private subnet reach the internet. */
  readonly ways: readonly CfnResource[];
}

/** Creates a network. CDK's own construct for it divides the addresses in another way for each number of zones. */
export function renderOwnNetwork(scope: Construct, plan: AwsOwnNetworkPlan, parts: Parts): Network {
  const { dns } = plan;
  const vpcId = new CfnVPC(scope, 'Vpc', {
    cidrBlock: plan.cidr,
    enableDnsSupport: dns.support,
    enableDnsHostnames: dns.hostnames,
  }).ref;
  const gatewayId = new CfnInternetGateway(scope, 'InternetGateway').ref;
  const attachment = new CfnVPCGatewayAttachment(scope, 'GatewayAttachment', { vpcId, internetGatewayId: gatewayId });
  const publicTable = new CfnRouteTable(scope, 'PublicRouteTable', { vpcId });
  const publicRoute = new CfnRoute(scope, 'PublicRoute', {
    routeTableId: publicTable.ref,
    destinationCidrBlock: plan.everywhere,
    gatewayId,
  });
  publicRoute.node.addDependency(attachment);
  const shared: Shared = { scope, plan, vpcId, publicTable, publicRoute };
  const publicSubnets = plan.zones.map((zone) => renderPublicSubnet(shared, zone));
  const gateways = plan.zones.map((zone, index) => renderNatGateway(shared, zone, publicSubnets[index]!));
  const zones = plan.zones.map((zone, index): Zone => ({
    publicSubnet: publicSubnets[index]!,
    ...renderPrivateSubnet(shared, zone, zone.natGateway === undefined ? undefined : gateways[zone.natGateway]),
  }));
  for (const { name, service, type } of plan.endpoints) {
    new CfnVPCEndpoint(scope, `${pascalCase(name)}Endpoint`, {
      vpcId,
      serviceName: parts.text(service),
      vpcEndpointType: type,
      routeTableIds: [publicTable.ref, ...zones.map(({ privateTable }) => privateTable.ref)],
    });
  }
  renderFlowLog(scope, plan.flowLogs, vpcId, parts);
  return networkOf(shared, zones);
}

function networkOf({ scope, plan, vpcId, publicRoute }: Shared, zones: readonly Zone[]): Network {
  const vpc = vpcOf(scope, {
    vpcId,
    availabilityZones: plan.zones.map(({ index }) => zoneName(index)),
    publicSubnetIds: zones.map(({ publicSubnet }) => publicSubnet.ref),
    privateSubnetIds: zones.map(({ privateSubnet }) => privateSubnet.ref),
  });
  const { publicSubnets, privateSubnets } = vpc;
  return {
    vpc,
    publicSubnets,
    privateSubnets,
    publicWay: publicRoute,
    privateWays: zones.flatMap(({ ways }) => ways),
  };
}

/** A zone by its place in the region's list, which CloudFormation reads at deployment. */
const zoneName = (index: number): string => Fn.select(index, Fn.getAzs());

/** The names of the zones, with commas between them. */
export const zoneNames = ({ zones }: AwsOwnNetworkPlan): string =>
  Fn.join(
    ',',
    zones.map(({ index }) => zoneName(index)),
  );

function renderPublicSubnet({ scope, vpcId, publicTable }: Shared, zone: AwsZonePlan): CfnSubnet {
  const { index, publicCidr, mapPublicIps } = zone;
  const subnet = new CfnSubnet(scope, `PublicSubnet${index}`, {
    vpcId,
    cidrBlock: publicCidr,
    availabilityZone: zoneName(index),
    mapPublicIpOnLaunch: mapPublicIps,
  });
  new CfnSubnetRouteTableAssociation(scope, `PublicAssociation${index}`, {
    subnetId: subnet.ref,
    routeTableId: publicTable.ref,
  });
  return subnet;
}

function renderNatGateway(
  { scope, publicRoute }: Shared,
  { index, hasNatGateway }: AwsZonePlan,
  subnet: CfnSubnet,
): CfnNatGateway | undefined {
  if (!hasNatGateway) return undefined;
  const address = new CfnEIP(scope, `NatAddress${index}`, { domain: 'vpc' });
  const gateway = new CfnNatGateway(scope, `NatGateway${index}`, {
    allocationId: address.attrAllocationId,
    subnetId: subnet.ref,
  });
  // It fails in a network without an internet gateway.
  gateway.node.addDependency(publicRoute);
  return gateway;
}

function renderPrivateSubnet(
  { scope, plan, vpcId }: Shared,
  { index, privateCidr, mapPublicIps }: AwsZonePlan,
  gateway: CfnNatGateway | undefined,
): Omit<Zone, 'publicSubnet'> {
  const privateSubnet = new CfnSubnet(scope, `PrivateSubnet${index}`, {
    vpcId,
    cidrBlock: privateCidr,
    availabilityZone: zoneName(index),
    mapPublicIpOnLaunch: mapPublicIps,
  });
  const privateTable = new CfnRouteTable(scope, `PrivateRouteTable${index}`, { vpcId });
  const association = new CfnSubnetRouteTableAssociation(scope, `PrivateAssociation${index}`, {
    subnetId: privateSubnet.ref,
    routeTableId: privateTable.ref,
  });
  const route =
    gateway &&
    new CfnRoute(scope, `PrivateRoute${index}`, {
      routeTableId: privateTable.ref,
      destinationCidrBlock: plan.everywhere,
      natGatewayId: gateway.ref,
    });
  return { privateSubnet, privateTable, ways: [association, ...(route ? [route] : [])] };
}
