import { functionOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A public function URL needs lambda:InvokeFunctionUrl and, since October 2025, lambda:InvokeFunction as well.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  of: ['AWS::Lambda::Url'],
  where: (url) => url.get('AuthType') === 'NONE',
  *check(url, view) {
    const path = url.get('TargetFunctionArn') === undefined ? 'FunctionName' : 'TargetFunctionArn';
    const handler = functionOf(url, view, path);
    const own = view
      .of('AWS::Lambda::Permission')
      .filter((one) => one.get('Principal') === '*' && functionOf(one, view, 'FunctionName') === handler);
    if (
      !own.some((one) => one.get('Action') === 'lambda:InvokeFunctionUrl' && one.get('FunctionUrlAuthType') === 'NONE')
    )
      yield 'has no permission for lambda:InvokeFunctionUrl';
    if (!own.some((one) => one.get('Action') === 'lambda:InvokeFunction' && one.get('InvokedViaFunctionUrl') === true))
      yield 'has no permission for lambda:InvokeFunction by its URL';
  },
  counterCase: (view) => {
    view.remove(...view.of('AWS::Lambda::Permission').filter((one) => one.get('InvokedViaFunctionUrl') === true));
  },
};
