/** The foundation's security groups, by name. */
export type FoundationGroup = 'loadBalancer';

/** A security group's inbound and outbound rules, with every decision made. */
export interface AwsSecurityGroupPlan {
  /** The description. An identity: EC2 replaces a group when it changes. */
  readonly description: string;
  readonly inbound: readonly AwsInboundRule[];
  readonly outbound: AwsOutboundRule;
}

/** An inbound rule: a source, and a port. */
export interface AwsInboundRule {
  readonly from: { readonly range: string } | { readonly foundation: FoundationGroup };
  readonly protocol: 'tcp';
  readonly port: number;
  readonly description: string;
}

/** Allows all outbound traffic: the addresses of registries and APIs aren't known in advance. */
export interface AwsOutboundRule {
  readonly protocol: '-1';
  readonly range: '0.0.0.0/0';
}

export const everythingOut: AwsOutboundRule = { protocol: '-1', range: '0.0.0.0/0' };

/** Allows inbound traffic from an address range. */
export const fromRange = (range: string, port: number): AwsInboundRule => ({
  from: { range },
  protocol: 'tcp',
  port,
  description: `port ${port} from ${range}`,
});

/** Allows traffic from one of the foundation's groups. */
export const fromFoundation = (foundation: FoundationGroup, words: string, port: number): AwsInboundRule => ({
  from: { foundation },
  protocol: 'tcp',
  port,
  description: `port ${port} from the ${words}`,
});
