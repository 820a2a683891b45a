import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
tables: { t: { partitionKey: { name: id, type: string }, sortKey: { name: at, type: number }, ttlAttribute: end } }`;

describe('a table on gcp-pulumi', () => {
  let t: Record<string, Json>;
  beforeAll(async () => {
    t = await resourcesOf(text, 'gcp-pulumi', 'tables.t');
  });

  it('is kept, with deletion protection, when the stack is deleted', () => {
    expect(t['database'].options.retainOnDelete).toBe(true);
    expect(t['database'].inputs.deletionPolicy).toBe('ABANDON');
  });

  it('renders these resources and no others', () =>
    expect(shown(t)).toMatchInlineSnapshot(`
     "database:
       type: gcp:firestore/database:Database
       inputs:
         deleteProtectionState: DELETE_PROTECTION_ENABLED
         deletionPolicy: ABANDON
         locationId: <gcp:region>
         name: shop-t-c11d1028
         pointInTimeRecoveryEnablement: POINT_IN_TIME_RECOVERY_ENABLED
         type: FIRESTORE_NATIVE
       options:
         dependsOn:
           - …::shop-foundation-enable-firestore
         retainOnDelete: true
     time-to-live:
       type: gcp:firestore/field:Field
       inputs:
         collection: items
         database: <shop-t-database.name>
         field: end
         ttlConfig: {}
       options:
         retainOnDelete: true
     "
    `));
});
