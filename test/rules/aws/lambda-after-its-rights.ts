import { policiesOf } from '../aws-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A function is made after the policies of its role, so that its first call has its rights.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function',
    'https://github.com/apex/up/issues/189',
  ],
  of: ['AWS::Lambda::Function'],
  *check(handler, view) {
    const [role] = view.named(handler, 'Role', 'AWS::IAM::Role');
    if (!role) return yield 'has no role of this stack';
    for (const policy of policiesOf(role, view))
      if (!view.isAfter(handler, policy)) yield `may be made before ${policy.id}`;
  },
  counterCase: (view) => {
    for (const handler of view.of('AWS::Lambda::Function')) handler.set('Role', 'arn:aws:iam::123456789012:role/x');
  },
};
