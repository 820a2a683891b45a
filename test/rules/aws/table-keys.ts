import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A table defines exactly the attributes of its keys.',
  sources: ['https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html'],
  of: ['AWS::DynamoDB::Table'],
  *check(table) {
    const defined = table.all('AttributeDefinitions').map((one) => one.text('AttributeName') || one.text('name'));
    const schema = table.all('KeySchema').map((one) => one.text('AttributeName'));
    const keys = schema.length > 0 ? schema : [table.text('hashKey'), table.text('rangeKey')].filter(Boolean);
    if (defined.sort().join() !== keys.sort().join()) yield `defines ${defined.join()} for the keys ${keys.join()}`;
    if (new Set(keys).size < keys.length) yield 'has one key twice';
    if (table.text('BillingMode') !== 'PAY_PER_REQUEST') yield 'needs a throughput';
  },
  counterCase: (view) => {
    view.one('AWS::DynamoDB::Table').set('AttributeDefinitions', [{ AttributeName: 'other', AttributeType: 'S' }]);
  },
};
