import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'The id of a custom role has 3 to 64 letters, digits, dots and underscores; its title has 100 characters.',
  sources: [
    'https://docs.cloud.google.com/iam/docs/creating-custom-roles',
    'https://docs.cloud.google.com/iam/docs/custom-roles-permissions-support',
  ],
  of: ['google_project_iam_custom_role'],
  *check(role) {
    if (!/^[a-zA-Z0-9_.]{3,64}$/.test(role.text('role_id'))) yield `has the id ${role.text('role_id')}`;
    if (!/^.{1,100}$/.test(role.text('title'))) yield 'has no title or too long a one';
    const permissions = (role.get('permissions') ?? []) as string[];
    if (permissions.length === 0 || permissions.some((one) => !/^[a-z]+\.[a-zA-Z]+\.[a-zA-Z]+$/.test(one)))
      yield `has ${permissions.join()}`;
  },
  counterCase: (view) => {
    view.one('google_project_iam_custom_role').set('role_id', 'a-role');
  },
};
