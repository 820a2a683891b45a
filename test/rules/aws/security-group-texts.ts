import type { Rule } from '../rule';

const texts = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{1,255}$/;

export const rule: Rule = {
  title: "Descriptions of security groups and their rules have 255 characters of EC2's own set.",
  sources: ['https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html'],
  of: [
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::SecurityGroupIngress',
    'aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule',
    'aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule',
  ],
  *check(group) {
    const inside = ['SecurityGroupIngress', 'SecurityGroupEgress'].flatMap((path) => group.all(path));
    const all = [group.get('GroupDescription'), ...[group, ...inside].map((one) => one.get('Description'))];
    for (const text of all)
      if (text !== undefined && !texts.test(String(text))) yield `is described as ${String(text)}`;
  },
  counterCase: (view) => {
    const group = view.one('AWS::EC2::SecurityGroup');
    group.set(group.get('GroupDescription') ? 'GroupDescription' : 'description', "the shop's balancer");
  },
};
