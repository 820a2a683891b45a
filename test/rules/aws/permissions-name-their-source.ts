import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A permission for a service of AWS names its source, or the service could call for any account.',
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  ],
  of: ['AWS::Lambda::Permission'],
  where: (permission) => permission.text('Principal').endsWith('.amazonaws.com'),
  *check(permission) {
    if (!permission.text('SourceArn')) yield `lets ${permission.text('Principal')} invoke for anybody`;
  },
  counterCase: (view) => {
    view.one('AWS::Lambda::Permission', (one) => one.get('SourceArn') !== undefined).set('SourceArn', undefined);
  },
};
