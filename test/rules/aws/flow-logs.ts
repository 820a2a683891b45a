import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A network records what it refuses, to a log group, with a role that flow logs may assume.',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6',
    'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html',
  ],
  of: ['AWS::EC2::FlowLog'],
  *check(flowLog, view) {
    if (!['ALL', 'REJECT'].includes(flowLog.text('TrafficType'))) yield 'records no refused traffic';
    if (![60, 600].includes(flowLog.number('MaxAggregationInterval') ?? 600)) yield 'has no valid interval';
    const [role] = ['DeliverLogsPermissionArn', 'IamRoleArn'].flatMap((path) =>
      view.named(flowLog, path, 'AWS::IAM::Role'),
    );
    if (!role) yield 'has no role';
    else if (!/vpc-flow-logs\.amazonaws\.com/.test(JSON.stringify(role.value))) yield 'has a role of another service';
    const logs = ['LogGroupName', 'LogDestination'].flatMap((path) => view.named(flowLog, path, 'AWS::Logs::LogGroup'));
    if (logs.length !== 1) yield 'has no log group';
  },
  counterCase: (view) => view.one('AWS::EC2::FlowLog').set('TrafficType', 'ACCEPT'),
  counterOf: 'own network',
};
