import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
buckets: { b: { versioned: true, expireDays: 30 } }`;

describe('a bucket on gcp-cdktf', () => {
  let b: Record<string, Json>;
  beforeAll(async () => {
    b = await resourcesOf(text, 'gcp-cdktf', 'buckets.b');
  });

  it('is kept when the stack is deleted', () => {
    expect(b['Bucket']).toMatchObject({ force_destroy: false, lifecycle: { prevent_destroy: true } });
  });

  it('is deleted with the stack where the model allows it, and is never emptied', async () => {
    const gone = await resourcesOf('name: shop\nbuckets: { b: { retain: false } }', 'gcp-cdktf', 'buckets.b');
    expect(gone['Bucket']).toMatchObject({ force_destroy: false, lifecycle: { prevent_destroy: false } });
  });

  it('renders these resources and no others', () =>
    expect(shown(b)).toMatchInlineSnapshot(`
     "Bucket:
       type: google_storage_bucket
       depends_on:
         - google_project_service.Architecture_foundation_EnableStorage_9A1A0459
       force_destroy: false
       lifecycle:
         prevent_destroy: true
       lifecycle_rule:
         - action:
             type: AbortIncompleteMultipartUpload
           condition:
             age: 7
         - action:
             type: Delete
           condition:
             age: 30
             with_state: LIVE
         - action:
             type: Delete
           condition:
             days_since_noncurrent_time: 30
             with_state: ARCHIVED
       location: \${var.region}
       name: shop-b-a09796af-\${var.project}
       public_access_prevention: enforced
       uniform_bucket_level_access: true
       versioning:
         enabled: true
     "
    `));
});
