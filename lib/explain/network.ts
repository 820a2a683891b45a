import type { ResolvedArchitecture } from '../model/architecture';
import { isNetworkUsed, ownNetworkIn } from '../model/network';
import { cloudOf, type Cloud, type Target } from '../model/target';
import type { Explanation } from './explain';
import { count, formatNumber } from './words';

/** Hours of a month, as prices are stated. */
const hours = 730;

/** Explains what the foundation's network costs while nothing uses it, on each target where it costs something. */
export const explainNetwork = (architecture: ResolvedArchitecture): Explanation[] =>
  architecture.targets.flatMap((target): Explanation[] => {
    const sentences = stories[cloudOf(target)](architecture, target);
    return sentences.length > 0
      ? [{ element: 'foundation', strategy: 'network', target, is: 'exact', warm: [], sentences, instanceHours: 0 }]
      : [];
  });

const stories: Readonly<Record<Cloud, (architecture: ResolvedArchitecture, target: Target) => string[]>> = {
  aws: onAws,
  gcp: onGcp,
};

/** https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-pricing.html */
function onAws({ foundation }: ResolvedArchitecture): string[] {
  const own = ownNetworkIn(foundation?.network);
  if (!own) return [];
  const { natGateways } = own;
  return [
    natGateways === 0
      ? 'Cost of the network while idle: nothing by the hour, because it has no NAT gateway.'
      : `Cost of the network while idle: ${count(natGateways, 'NAT gateway')}, each with a public IPv4 address, ` +
        `${formatNumber(natGateways * hours)} hours of each per month. NAT gateways are also billed for each gigabyte.`,
    'The gateway endpoints for S3 and DynamoDB are free. Flow logs are billed for their volume.',
  ];
}

/**
 * https://cloud.google.com/nat/pricing, https://cloud.google.com/vpc/pricing: a connector is billed as its virtual
 * machines.
 */
function onGcp(architecture: ResolvedArchitecture, target: Target): string[] {
  const own = ownNetworkIn(architecture.foundation?.network);
  const hasConnector = target === 'gcp-cdktf' && isNetworkUsed({ functions: architecture.functions, services: {} });
  const hasNat = own !== undefined && own.natGateways > 0 && isNetworkUsed(architecture);
  return [
    ...(hasNat
      ? [
          `Cost of the network while idle: one Cloud NAT and one public IPv4 address, ${hours} hours of each per month. Cloud NAT is also billed for the instances that use it, and for each gigabyte.`,
        ]
      : []),
    ...(hasConnector
      ? [
          `Cost of the connector while idle: 2 instances of e2-micro, ${formatNumber(2 * hours)} hours per month; up to 3 under load.`,
        ]
      : []),
  ];
}
