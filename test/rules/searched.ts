import type { Target } from '../../lib/model/target';

/** A search for what a service refuses, which found nothing to check in an artifact. */
interface Search {
  readonly on: readonly Target[];
  /** What was searched for, where, and what was found. */
  readonly for: string;
}

/** The types without a rule. */
export const searched: Readonly<Record<string, Search>> = {
  'AWS::ECS::Cluster': {
    on: ['aws-cdk', 'aws-pulumi'],
    for: `Issues: "Unable to assume the service linked role", first cluster of an account. ECS makes
      AWSServiceRoleForECS with the first cluster, and may fail to assume it at once; the next deployment works
      (aws-cloudformation/cloudformation-coverage-roadmap#818, 1Password/scim-examples#356). A template can't help:
      AWS::IAM::ServiceLinkedRole fails where the role exists. It is a step before the first deployment.`,
  },
  'data.aws:ec2/getSubnets:getSubnets': {
    on: ['aws-pulumi'],
    for: `Issues: "default-for-az", subnets of a load balancer. Several subnets of one zone are refused
      (robertdebock/terraform-aws-vault#5); only the default one of each zone is looked up.`,
  },
  'data.aws:ec2/getVpc:getVpc': {
    on: ['aws-pulumi'],
    for: `Issues: "no matching EC2 VPC found". An account without a default VPC, as in landing zones, fails here
      (pulumi/pulumi#3130); docs/first-deployment.md says so.`,
  },
  'data.aws:index/getCallerIdentity:getCallerIdentity': {
    on: ['aws-pulumi'],
    for: `Docs: GetCallerIdentity. AWS allows it to everyone, even where a policy denies it
      (docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html).`,
  },
  'data.aws:index/getPartition:getPartition': {
    on: ['aws-pulumi'],
    for: 'Docs: getPartition. It reads no service.',
  },
};
