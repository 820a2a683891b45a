import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A table with deletion protection is not deleted, so it stays when its stack goes.',
  sources: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html#WorkingWithTables.Basics.DeletionProtection',
  ],
  of: ['AWS::DynamoDB::Table'],
  *check(table) {
    const isProtected = table.get('DeletionProtectionEnabled') === true;
    const stays = table.options['DeletionPolicy'] === 'Retain' || table.options['retainOnDelete'] === true;
    if (isProtected !== stays) yield isProtected ? 'is protected, and is to be deleted' : 'stays without protection';
  },
  counterCase: (view) => {
    view
      .one('AWS::DynamoDB::Table', (one) => one.get('DeletionProtectionEnabled') !== true)
      .set('DeletionProtectionEnabled', true);
  },
};
