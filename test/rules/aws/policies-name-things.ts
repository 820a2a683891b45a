import { statementsIn, statementsOf } from '../aws-shapes';
import type { Rule } from '../rule';

/** Actions of services that know no resource for them, and those for which AWS documents none. */
const onAll = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
];

export const rule: Rule = {
  title:
    'A statement names actions of a service and resources; X-Ray and the network interfaces of functions have none to name.',
  sources: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
  ],
  of: ['AWS::IAM::Role'],
  *check(role, view) {
    if (statementsIn(role.get('AssumeRolePolicyDocument')).length === 0) yield 'is trusted to nobody';
    for (const { actions, resources } of statementsOf(role, view)) {
      for (const action of actions) if (!/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action)) yield `allows ${action}`;
      if (resources.length === 0) yield `allows ${actions.join()} on nothing`;
      if (resources.includes('*') && actions.some((one) => !onAll.includes(one)))
        yield `allows ${actions.join()} on all`;
    }
  },
  counterCase: (view) => {
    view
      .one('AWS::IAM::Role')
      .set('Policies', [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] } }]);
  },
};
