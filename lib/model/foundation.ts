import { z } from 'zod';

/** The vetted ground, made once: network, cluster, load balancer, roles. */
export const foundationSpec = z.strictObject({
  /** Which network the ground stands on: the account's default one, read back and not created. */
  network: z.enum(['default']).optional(),
  /** How the load balancer is reached. */
  ingress: z
    .strictObject({
      /** Address ranges, in CIDR notation, from which the load balancer can be reached. */
      allow: z.array(z.cidrv4('must be a range of IPv4 addresses, such as 10.0.0.0/8')).min(1).default(['0.0.0.0/0']),
    })
    .prefault({}),
});

export type FoundationSpec = z.input<typeof foundationSpec>;
export type ResolvedFoundation = z.output<typeof foundationSpec>;
