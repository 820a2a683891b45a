import type { Rule } from '../rule';

/** The first and the last address of a range, as numbers. */
function boundsOf(cidr: string): [first: number, last: number] {
  const [address = '', prefix = ''] = cidr.split('/');
  const first = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  return [first, first + 2 ** (32 - Number(prefix)) - 1];
}

export const rule: Rule = {
  title:
    "The subnets of a network are within its range, don't overlap, and have /28 to /16; a load balancer needs /27.",
  sources: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  ],
  of: ['AWS::EC2::VPC'],
  with: ['AWS::EC2::Subnet', 'data.aws:index/getAvailabilityZones:getAvailabilityZones'],
  *check(vpc, view) {
    const [first, last] = boundsOf(vpc.text('CidrBlock'));
    const subnets = view.pointingAt(vpc, 'AWS::EC2::Subnet', 'VpcId');
    const bounds = subnets.map((subnet) => boundsOf(subnet.text('CidrBlock')));
    for (const [index, [low, high]] of bounds.entries()) {
      if (low < first || high > last) yield `${subnets[index]!.id} is outside of the network`;
      if (bounds.some(([a, b], other) => other !== index && low <= b && a <= high))
        yield `${subnets[index]!.id} overlaps with another subnet`;
      if (high - low + 1 < 32) yield `${subnets[index]!.id} is smaller than /27`;
    }
    const zones = new Set(subnets.map((subnet) => subnet.text('AvailabilityZone')));
    if (zones.size < 2) yield 'has subnets in less than two zones';
  },
  counterCase: (view) => {
    const [one, other] = view.of('AWS::EC2::Subnet');
    one!.set('CidrBlock', other!.get('CidrBlock'));
  },
  counterOf: 'own network',
};
