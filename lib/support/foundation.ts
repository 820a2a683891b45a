import type { ResolvedFoundation } from '../model/foundation';
import { on, stays, type Rule } from './rule';

/** Everyone, in CIDR notation. */
export const wholeWorld = '0.0.0.0/0';

export const foundationRules: readonly Rule<ResolvedFoundation>[] = [
  {
    path: 'foundation.network',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'no network; nothing is looked up, created or billed', value: () => ({ network: undefined }) },
    reason: 'no element connects to a network on Google Cloud',
    applies: ({ element }) => element.network !== undefined,
  },
  {
    path: 'foundation.network.cidr',
    on: ['aws-cdk'],
    is: 'approximated',
    becomes: { text: 'the network, whose default security group keeps its initial rules', value: stays },
    reason: "CloudFormation can't remove rules that it didn't create; nothing here uses that group",
    applies: ({ element }) => typeof element.network === 'object' && 'cidr' in element.network,
  },
  {
    path: 'foundation.ingress.allow',
    value: `without ${wholeWorld}`,
    on: on('gcp'),
    is: 'refused',
    reason: 'the foundation on Google Cloud has no load balancer that could restrict access',
    hint: `allow ${wholeWorld}, or remove the Google Cloud targets from \`targets\``,
    applies: ({ element }) => !element.ingress.allow.includes(wholeWorld),
  },
];
