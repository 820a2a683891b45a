import type { Rule } from '../rule';
import type { Resource } from '../view';

const beside = [
  'AWS::EC2::SecurityGroupIngress',
  'aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule',
  'aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule',
];

const contentOf = ({ type, value }: Resource): string => {
  const { Description: _Text, description: _text, tags: _tags, ...others } = value;
  return JSON.stringify([type, Object.entries(others).sort()]);
};

export const rule: Rule = {
  title: 'EC2 refuses a rule of a security group that is there already (InvalidPermission.Duplicate).',
  sources: [
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html',
  ],
  of: beside,
  *check(one, view) {
    const same = view.of(...beside).find((other) => other !== one && contentOf(other) === contentOf(one));
    if (same) yield `says the same as ${same.id}`;
  },
  counterCase: (view) => {
    const one = view.resources.find(({ type }) => beside.includes(type))!;
    view.add(one.type, { ...one.value });
  },
};
