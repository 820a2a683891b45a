import { functionOf, mayDo, policiesOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: "Lambda refuses a destination that the function's role can't send to.",
  sources: [
    'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    'https://github.com/aws-amplify/amplify-cli/issues/10395',
  ],
  of: ['AWS::Lambda::EventInvokeConfig'],
  where: (config) => config.get('DestinationConfig') !== undefined,
  *check(config, view) {
    const [role] = view.named(functionOf(config, view, 'FunctionName')!, 'Role', 'AWS::IAM::Role');
    const [queue] = view.named(config, 'DestinationConfig', 'AWS::SQS::Queue');
    if (!mayDo(role!, view, 'sqs:SendMessage', queue!)) yield 'needs sqs:SendMessage';
    for (const policy of [role!, ...policiesOf(role!, view)])
      if (!view.isAfter(config, policy)) yield `may be made before ${policy.id}`;
  },
  counterCase: (view) => {
    for (const config of view.of('AWS::Lambda::EventInvokeConfig'))
      if (config.get('DestinationConfig'))
        view.forget(...view.named(functionOf(config, view, 'FunctionName')!, 'Role'));
  },
};
