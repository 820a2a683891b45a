import type { Rule } from '../rule';

export const rule: Rule = {
  title:
    'A function is made after the log group that it writes to, since Lambda makes one without an expiry otherwise.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function',
  ],
  of: ['AWS::Lambda::Function'],
  *check(handler, view) {
    const [group] = view.named(handler, 'LoggingConfig.LogGroup', 'AWS::Logs::LogGroup');
    if (!group) return yield 'names no log group of this stack';
    if (!view.isAfter(handler, group)) yield 'may be made before its log group';
  },
  counterCase: (view) => {
    view.one('AWS::Lambda::Function').set('LoggingConfig.LogGroup', '/aws/lambda/x');
  },
};
