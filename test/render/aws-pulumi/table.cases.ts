import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
tables: { t: { partitionKey: { name: id, type: string }, sortKey: { name: at, type: number }, ttlAttribute: end } }`;

describe('a table on aws-pulumi', () => {
  let t: Record<string, Json>;
  beforeAll(async () => {
    t = await resourcesOf(text, 'aws-pulumi', 'tables.t');
  });

  it('is kept, with deletion protection, when the stack is deleted', () => {
    expect(t['table'].options.retainOnDelete).toBe(true);
    expect(t['table'].inputs.deletionProtectionEnabled).toBe(true);
  });

  it('renders these resources and no others', () =>
    expect(shown(t)).toMatchInlineSnapshot(`
     "table:
       type: aws:dynamodb/table:Table
       inputs:
         attributes:
           - name: id
             type: S
           - name: at
             type: N
         billingMode: PAY_PER_REQUEST
         deletionProtectionEnabled: true
         hashKey: id
         pointInTimeRecovery:
           enabled: true
         rangeKey: at
         ttl:
           attributeName: end
           enabled: true
       options:
         retainOnDelete: true
     "
    `));
});
