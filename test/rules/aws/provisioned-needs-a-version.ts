import { provisionedOf, targetsOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'Provisioned concurrency is for a published version, never for $LATEST.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html'],
  of: ['AWS::Lambda::Alias'],
  with: ['AWS::Lambda::Version'],
  where: (alias, view) => provisionedOf(alias, view).length + targetsOf(alias, view).length > 0,
  *check(alias) {
    const version = alias.text('FunctionVersion');
    if (!/\|version›$/i.test(version)) yield `is provisioned, and points at ${version}`;
  },
  counterCase: (view) => {
    for (const alias of view.of('AWS::Lambda::Alias')) alias.set('FunctionVersion', '$LATEST');
  },
};
