/** The ground's security groups, by name. */
export type GroundGroup = 'loadBalancer' | 'vpcLink';

/** A security group's inbound and outbound rules, with every decision made. */
export interface AwsSecurityGroupPlan {
  /** The description. An identity: EC2 replaces a group when it changes. */
  readonly description: string;
  readonly inbound: readonly AwsInboundRule[];
  readonly outbound: AwsOutboundRule;
}

/** Somebody who is let in, and where. */
export interface AwsInboundRule {
  readonly from: { readonly range: string } | { readonly ground: GroundGroup };
  readonly protocol: 'tcp';
  readonly port: number;
  readonly description: string;
}

/** Everything out: images are pulled and APIs called at addresses that nobody knows beforehand. */
export interface AwsOutboundRule {
  readonly protocol: '-1';
  readonly range: '0.0.0.0/0';
}

export const everythingOut: AwsOutboundRule = { protocol: '-1', range: '0.0.0.0/0' };

/** Lets an address range in. */
export const fromRange = (range: string, port: number): AwsInboundRule => ({
  from: { range },
  protocol: 'tcp',
  port,
  description: `port ${port} from ${range}`,
});

/** Lets in what is in one of the ground's groups. */
export const fromGround = (ground: GroundGroup, words: string, port: number): AwsInboundRule => ({
  from: { ground },
  protocol: 'tcp',
  port,
  description: `port ${port} from the ${words}`,
});
