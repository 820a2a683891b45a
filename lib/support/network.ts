import type { ResolvedArchitecture } from '../model/architecture';
import type { ResolvedFoundation } from '../model/foundation';
import type { ResolvedFunction } from '../model/function';
import { existingOnGcpIn, isNetworkUsed, ownNetworkIn } from '../model/network';
import type { ResolvedService } from '../model/service';
import { on, stays, type Rule } from './rule';

/** The rule about an element in a network that the foundation doesn't create. */
const privateTraffic = (kind: 'functions' | 'services'): Rule<Pick<ResolvedService, 'network'>> => ({
  path: `${kind}.network`,
  value: 'foundation, where the foundation has no `cidr`',
  on: on('gcp'),
  is: 'approximated',
  becomes: {
    text: 'traffic to private addresses through the network; everything else goes directly to the internet',
    value: stays,
  },
  reason: 'all traffic through a network without Cloud NAT would lose the internet',
  applies: ({ element, architecture: { foundation } }) =>
    element.network === 'foundation' && !ownNetworkIn(foundation?.network),
});

/** The rules about the networks of elements. */
export const networkRules: {
  readonly functions: readonly Rule<ResolvedFunction>[];
  readonly services: readonly Rule<ResolvedService>[];
} = {
  functions: [
    {
      path: 'functions.network',
      value: 'foundation, with `existing`',
      on: ['gcp-cdktf'],
      is: 'refused',
      reason:
        "Google's provider for CDKTF has no Direct VPC egress for functions, and a connector requires a range of /28 of " +
        'its own in that network',
      hint: 'use a service, which needs no connector, or gcp-pulumi, or remove gcp-cdktf from `targets`',
      applies: ({ element, architecture }) =>
        element.network === 'foundation' && existingOnGcpIn(architecture.foundation?.network) !== undefined,
    },
    {
      path: 'functions.network',
      value: 'foundation',
      on: ['gcp-cdktf'],
      is: 'approximated',
      becomes: {
        text: 'a Serverless VPC Access connector with two to three instances of e2-micro, which are billed when idle',
        value: stays,
      },
      reason: "Google's provider for CDKTF has no Direct VPC egress for functions",
      applies: ({ element }) => element.network === 'foundation',
    },
    privateTraffic('functions'),
  ],
  services: [privateTraffic('services')],
};

/** Tells whether a network is created on Google Cloud. */
const isMade = (element: ResolvedFoundation, architecture: ResolvedArchitecture): boolean =>
  ownNetworkIn(element.network) !== undefined && isNetworkUsed(architecture);

/** The rules about the foundation's network. */
export const foundationNetworkRules: readonly Rule<ResolvedFoundation>[] = [
  {
    path: 'foundation.network',
    value: 'without an element in it',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'no network; nothing is looked up, created or billed', value: stays },
    reason: 'no element has `network: foundation`',
    applies: ({ element, architecture }) => element.network !== undefined && !isNetworkUsed(architecture),
  },
  {
    path: 'foundation.network.cidr',
    value: 'with an element in it',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'a subnetwork of the first half of the range', value: stays },
    reason: 'the rest is for what requires a range of its own',
    applies: ({ element, architecture }) => isMade(element, architecture),
  },
  {
    path: 'foundation.network.zones',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'one subnetwork for all zones', value: stays },
    reason: 'subnetworks are regional on Google Cloud',
    applies: ({ element, architecture }) => isMade(element, architecture),
  },
  {
    path: 'foundation.network.natGateways',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'one Cloud NAT for all zones, or none for 0', value: stays },
    reason: 'Cloud NAT is regional on Google Cloud, and adds addresses automatically',
    applies: ({ element, architecture }) => isMade(element, architecture),
  },
  {
    path: 'foundation.network.cidr',
    on: ['aws-cdk'],
    is: 'approximated',
    becomes: { text: 'the network, whose default security group keeps its initial rules', value: stays },
    reason: "CloudFormation can't remove rules that it didn't create; nothing here uses that group",
    applies: ({ element }) => ownNetworkIn(element.network) !== undefined,
  },
];
