import type { Rule } from '../rule';
import { atLength } from '../reference';
import { policiesOf } from '../aws-shapes';

/** Characters of a policy without white space, with an ARN of a usual length for each reference. */
const sizeOf = (document: unknown): number => atLength(JSON.stringify(document ?? ''), 80).replace(/\s/g, '').length;

export const rule: Rule = {
  title: 'The inline policies of a role have 10,240 characters together, without white space.',
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html'],
  of: ['AWS::IAM::Role'],
  with: ['aws:iam/rolePolicy:RolePolicy'],
  *check(role, view) {
    const inside = role.all('Policies').map((policy) => sizeOf(policy.get('PolicyDocument')));
    const beside = policiesOf(role, view).map((policy) => sizeOf(policy.get('policy') ?? policy.get('PolicyDocument')));
    const total = [...inside, ...beside].reduce((sum, one) => sum + one, 0);
    if (total > 10240) yield `has policies of ${total} characters`;
  },
  counterCase: (view) => {
    const role = view.one('AWS::IAM::Role');
    const long = { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'x'.repeat(10240) }] };
    role.set('Policies', [{ PolicyName: 'x', PolicyDocument: long }]);
  },
};
