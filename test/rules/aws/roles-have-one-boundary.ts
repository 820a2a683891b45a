import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A company denies the creation of a role without its boundary, whichever role it is.',
  sources: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html'],
  of: ['AWS::IAM::Role'],
  *check(role, view) {
    const boundaries = view.of('AWS::IAM::Role').map((one) => one.text('PermissionsBoundary'));
    const required = boundaries.find((boundary) => boundary !== '') ?? '';
    if (role.text('PermissionsBoundary') !== required) yield `has not the boundary ${required} of other roles`;
  },
  counterOf: 'own network',
  counterCase: (view) => view.one('AWS::IAM::Role').set('PermissionsBoundary', undefined),
};
