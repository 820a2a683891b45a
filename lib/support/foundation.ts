import type { ResolvedFoundation } from '../model/foundation';
import { on, type Rule } from './rule';

/** Everyone, in CIDR notation. */
export const wholeWorld = '0.0.0.0/0';

export const foundationRules: readonly Rule<ResolvedFoundation>[] = [
  {
    path: 'foundation.ingress.allow',
    value: 'other than the whole world',
    on: on('gcp'),
    is: 'refused',
    reason: 'the ground on GCP has no load balancer that could keep anybody out',
    hint: `allow ${wholeWorld}, or leave the GCP targets out of \`targets\``,
    applies: ({ element }) => !element.ingress.allow.includes(wholeWorld),
  },
];

/** Promises about the ground that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = { aws: {}, gcp: {} } as const;
