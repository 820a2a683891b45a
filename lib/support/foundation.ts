import type { ResolvedFoundation } from '../model/foundation';
import { foundationNetworkRules } from './network';
import { on, type Rule } from './rule';

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
];
