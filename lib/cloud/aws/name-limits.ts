import type { ResolvedArchitecture } from '../../model/architecture';
import { ownIn } from '../../model/existing';
import type { Finding } from '../../model/problem';

/**
 * Beginnings of names that S3 reserves: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html.
 * Its reserved ends can't occur, since every name ends with random characters.
 */
const reservedByS3 = /^(?:xn--|sthree-|amzn-s3-demo-)/;

/** Finds names that a service of AWS reserves. */
export const nameProblems = (architecture: ResolvedArchitecture): Finding[] => [
  ...bucketProblems(architecture),
  ...groupProblems(architecture),
];

/**
 * The names of security groups begin with the architecture's:
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html,
 * https://github.com/pulumi/pulumi-awsx/issues/328
 */
function groupProblems({ name, foundation, services }: ResolvedArchitecture): Finding[] {
  if (!name.startsWith('sg-') || (!foundation && Object.keys(services).length === 0)) return [];
  return [
    {
      path: ['name'],
      message: `must not begin with sg- on aws, got ${JSON.stringify(name)}`,
      hint: 'choose another name; names of security groups begin with it, and EC2 reserves sg-',
    },
  ];
}

/** The names of buckets begin with the architecture's. */
function bucketProblems({ name, buckets }: ResolvedArchitecture): Finding[] {
  const [beginning] = reservedByS3.exec(name) ?? [];
  if (beginning === undefined || Object.keys(ownIn(buckets)).length === 0) return [];
  return [
    {
      path: ['name'],
      message: `must not begin with ${beginning} on aws, got ${JSON.stringify(name)}`,
      hint: `choose another name; names of buckets begin with it, and S3 reserves ${beginning}`,
    },
  ];
}
