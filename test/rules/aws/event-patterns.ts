import { literally } from '../reference';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'An event pattern is JSON of lists, with 2,048 characters, and a rule has 1 to 5 targets.',
  sources: [
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html',
  ],
  of: ['AWS::Events::Rule'],
  *check(rule, view) {
    const pattern = rule.get('EventPattern');
    const size = literally(JSON.stringify(pattern)).length;
    if (size > 2048) yield `has a pattern of ${size} characters`;
    const leaves = (value: unknown): boolean =>
      Array.isArray(value) || (typeof value === 'object' && value !== null && Object.values(value).every(leaves));
    if (!leaves(pattern)) yield 'has a pattern with a value that is in no list';
    const targets =
      rule.all('Targets').length + view.pointingAt(rule, 'aws:cloudwatch/eventTarget:EventTarget', 'rule').length;
    if (targets < 1 || targets > 5) yield `has ${targets} targets`;
  },
  counterCase: (view) => {
    view.one('AWS::Events::Rule').set('EventPattern', { source: 'aws.s3' });
  },
};
