import { provisionedOf, targetsOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A deployment resets provisioned concurrency that is written beside auto scaling of it.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
    'https://github.com/aws/aws-cdk/issues/30503',
  ],
  of: ['AWS::Lambda::Alias'],
  where: (alias, view) => targetsOf(alias, view).length > 0,
  *check(alias, view) {
    for (const { count } of provisionedOf(alias, view)) yield `has ${count} provisioned beside a scalable target`;
  },
  counterCase: (view) => {
    const alias = view.one('AWS::Lambda::Alias', (one) => targetsOf(one, view).length > 0);
    alias.set('ProvisionedConcurrencyConfig', { ProvisionedConcurrentExecutions: 3 });
  },
};
