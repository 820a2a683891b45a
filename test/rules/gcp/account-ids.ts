import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'The id of a service account has 6 to 30 lower-case letters, digits and hyphens, and is used once.',
  sources: [
    'https://docs.cloud.google.com/iam/docs/service-accounts-create',
    'https://docs.cloud.google.com/iam/quotas',
  ],
  of: ['google_service_account'],
  *check(account, view) {
    const id = account.text('account_id');
    if (!/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(id)) yield `has the id ${id}`;
    if (view.of(account.type).filter((one) => one.text('account_id') === id).length > 1) yield `shares the id ${id}`;
    if (account.text('display_name').length > 100) yield 'has too long a name';
    if (view.of(account.type).length > 100) yield 'is one of more than 100';
  },
  counterCase: (view) => {
    view.one('google_service_account').set('account_id', 'short');
  },
};
