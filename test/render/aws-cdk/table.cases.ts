import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
tables: { t: { partitionKey: { name: id, type: string }, sortKey: { name: at, type: number }, ttlAttribute: end } }`;

describe('a table on aws-cdk', () => {
  let t: Record<string, Json>;
  beforeAll(async () => {
    t = await resourcesOf(text, 'aws-cdk', 'tables.t');
  });

  it('is kept, with deletion protection, when the stack is deleted', () => {
    expect(t['Table']).toMatchObject({ DeletionPolicy: 'Retain', Properties: { DeletionProtectionEnabled: true } });
  });

  it('renders these resources and no others', () =>
    expect(shown(t)).toMatchInlineSnapshot(`
     "Table:
       Type: AWS::DynamoDB::Table
       Properties:
         AttributeDefinitions:
           - AttributeName: id
             AttributeType: S
           - AttributeName: at
             AttributeType: N
         BillingMode: PAY_PER_REQUEST
         DeletionProtectionEnabled: true
         KeySchema:
           - AttributeName: id
             KeyType: HASH
           - AttributeName: at
             KeyType: RANGE
         PointInTimeRecoverySpecification:
           PointInTimeRecoveryEnabled: true
         TimeToLiveSpecification:
           AttributeName: end
           Enabled: true
       UpdateReplacePolicy: Retain
       DeletionPolicy: Retain
     "
    `));
});
