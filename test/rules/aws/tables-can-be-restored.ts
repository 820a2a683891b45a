import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Each table says whether it can be restored to a point in time: Security Hub asks it (DynamoDB.2).',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-2',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
  ],
  of: ['AWS::DynamoDB::Table'],
  *check(table) {
    const own =
      table.get('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled') ??
      table.get('pointInTimeRecovery.enabled');
    if (own === undefined) yield 'says nothing of recovery';
  },
  counterCase: (view) => {
    for (const table of view.of('AWS::DynamoDB::Table')) {
      table.set('PointInTimeRecoverySpecification', undefined);
      table.set('pointInTimeRecovery', undefined);
    }
  },
};
