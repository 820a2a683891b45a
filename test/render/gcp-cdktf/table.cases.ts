import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
tables: { t: { partitionKey: { name: id, type: string }, sortKey: { name: at, type: number }, ttlAttribute: end } }`;

describe('a table on gcp-cdktf', () => {
  let t: Record<string, Json>;
  beforeAll(async () => {
    t = await resourcesOf(text, 'gcp-cdktf', 'tables.t');
  });

  it('is kept, with deletion protection, when the stack is deleted', () => {
    expect(t['Database']).toMatchObject({ deletion_policy: 'ABANDON' });
    expect(t['Database']).not.toHaveProperty('lifecycle');
    expect(t['TimeToLive']).toMatchObject({ lifecycle: { prevent_destroy: true } });
  });

  it('renders these resources and no others', () =>
    expect(shown(t)).toMatchInlineSnapshot(`
     "Database:
       type: FIRESTORE_NATIVE
       delete_protection_state: DELETE_PROTECTION_ENABLED
       deletion_policy: ABANDON
       depends_on:
         - google_project_service.Architecture_foundation_EnableFirestore_E51E69DA
       location_id: \${var.region}
       name: shop-t-c11d1028
       point_in_time_recovery_enablement: POINT_IN_TIME_RECOVERY_ENABLED
     TimeToLive:
       type: google_firestore_field
       collection: items
       database: \${google_firestore_database.Architecture_tables_t_Database_356D884E.name}
       field: end
       lifecycle:
         prevent_destroy: true
       ttl_config: {}
     "
    `));
});
