import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'The default security group of a network admits nothing.',
  sources: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-2'],
  of: ['aws:ec2/defaultSecurityGroup:DefaultSecurityGroup'],
  on: ['aws-pulumi'],
  *check(group) {
    for (const way of ['ingress', 'egress']) if (group.all(way).length > 0) yield `has rules of ${way}`;
  },
  counterCase: (view) =>
    view
      .one('aws:ec2/defaultSecurityGroup:DefaultSecurityGroup')
      .set('ingress', [{ protocol: '-1', fromPort: 0, toPort: 0, self: true }]),
  counterOf: 'own network',
};
