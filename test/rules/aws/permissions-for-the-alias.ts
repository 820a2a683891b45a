import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A permission for a function does not hold for its alias: what is called by alias is allowed by alias.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-aliases.html'],
  of: ['AWS::Lambda::Permission'],
  *check(permission, view) {
    const alias = [...view.named(permission, 'FunctionName'), ...view.named(permission, 'Qualifier')].find(
      ({ type }) => type === 'AWS::Lambda::Alias',
    );
    if (!alias) yield 'is for the function itself';
  },
  counterCase: (view) => {
    const permission = view.one('AWS::Lambda::Permission');
    permission.set('FunctionName', `‹${view.one('AWS::Lambda::Function').id}|arn›`);
    permission.set('Qualifier', undefined);
  },
};
