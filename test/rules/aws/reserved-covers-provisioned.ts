import { aliasesOf, boundsOf, provisionedOf, targetsOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: "A function's reserved concurrency is at least what is provisioned of it.",
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html',
    'https://github.com/aws/serverless-application-model/issues/1846',
  ],
  of: ['AWS::Lambda::Function'],
  with: ['aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig'],
  where: (handler) => handler.number('ReservedConcurrentExecutions') !== undefined,
  *check(handler, view) {
    const reserved = handler.number('ReservedConcurrentExecutions')!;
    const most = aliasesOf(handler, view).map((alias) => {
      const counts = provisionedOf(alias, view).map(({ count }) => count);
      return Math.max(
        0,
        ...counts,
        ...targetsOf(alias, view).flatMap((one) => boundsOf(one, view).map(({ max }) => max)),
      );
    });
    const total = most.reduce((sum, one) => sum + one, 0);
    if (total > reserved) yield `reserves ${reserved}, and ${total} may be provisioned`;
  },
  counterCase: (view) => {
    view
      .one('AWS::Lambda::Function', (one) => one.number('ReservedConcurrentExecutions') === 8)
      .set('ReservedConcurrentExecutions', 7);
  },
};
