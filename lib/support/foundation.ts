import type { ResolvedFoundation } from '../model/foundation';
import { foundationNetworkRules } from './network';
import { on, stays, type Rule } from './rule';

/** Everyone, in CIDR notation. */
export const wholeWorld = '0.0.0.0/0';

export const foundationRules: readonly Rule<ResolvedFoundation>[] = [
  ...foundationNetworkRules,
  {
    path: 'foundation.ingress.allow',
    value: `without ${wholeWorld}`,
    on: on('gcp'),
    is: 'refused',
    reason: 'the foundation on Google Cloud has no load balancer that could restrict access',
    hint: `allow ${wholeWorld}, or remove the Google Cloud targets from \`targets\``,
    applies: ({ element }) => !element.ingress.allow.includes(wholeWorld),
  },
  {
    path: 'foundation.ingress.https',
    value: 'with gcp',
    on: on('gcp'),
    is: 'refused',
    reason:
      'each service on Google Cloud has an HTTPS address with a certificate of Google, and no load balancer that could use another one',
    hint: 'remove `gcp` from `https`',
    applies: ({ element }) => element.ingress.https?.gcp !== undefined,
  },
  {
    path: 'foundation.ingress.insecure',
    value: 'true',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'HTTPS, to which Cloud Run redirects plain HTTP', value: stays },
    reason: 'the addresses of services on Google Cloud answer only over HTTPS',
    applies: ({ element }) => element.ingress.insecure,
  },
  {
    path: 'foundation.loadBalancer',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'no load balancer, and so no settings of one', value: () => ({ loadBalancer: undefined }) },
    reason: 'the foundation on Google Cloud has no load balancer; Cloud Logging has a log of each request',
    applies: ({ element: { loadBalancer } }) =>
      loadBalancer.accessLogs !== undefined || loadBalancer.deletionProtection || !loadBalancer.dropInvalidHeaders,
  },
];
