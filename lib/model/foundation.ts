import { z } from 'zod';
import { ingressSpec } from './ingress';
import { loadBalancerSpec } from './load-balancer';
import { networkSpec } from './network';
import { roleSettingsSpec } from './role-settings';

/** Foundation of the elements, created once: network, cluster, load balancer, roles. */
export const foundationSpec = z.strictObject({
  /**
   * Network of the foundation: `default` is the account's or project's default network, which is looked up and not
   * created; `cidr` creates one, and `existing` names one. Without it, AWS uses the default network, and Google Cloud
   * none.
   */
  network: networkSpec.optional(),
  /** Access to the load balancer. */
  ingress: ingressSpec.prefault({}),
  /** Settings of the load balancer. */
  loadBalancer: loadBalancerSpec.prefault({}),
  /** Settings of the IAM roles on AWS. Default: none. */
  aws: roleSettingsSpec.optional(),
});

export type FoundationSpec = z.input<typeof foundationSpec>;
export type ResolvedFoundation = z.output<typeof foundationSpec>;
