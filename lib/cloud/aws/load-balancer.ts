import type { ResolvedLoadBalancer } from '../../model/load-balancer';

/** The foundation's load balancer, with every decision made. */
export interface AwsLoadBalancerPlan {
  readonly internetFacing: boolean;
  /** Removes header fields that servers read in different ways. */
  readonly dropInvalidHeaders: boolean;
  readonly deletionProtection: boolean;
  /** The place of the access logs; absent: there are none. */
  readonly accessLogs?: { readonly bucket: string; readonly prefix?: string };
}

export const planLoadBalancer = ({
  accessLogs,
  deletionProtection,
  dropInvalidHeaders,
}: ResolvedLoadBalancer): AwsLoadBalancerPlan => ({
  internetFacing: true,
  dropInvalidHeaders,
  deletionProtection,
  ...(accessLogs && {
    accessLogs: {
      bucket: accessLogs.aws.bucket,
      ...(accessLogs.aws.prefix !== undefined && { prefix: accessLogs.aws.prefix }),
    },
  }),
});
