import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
buckets: { b: { versioned: true, expireDays: 30 } }`;

describe('a bucket on gcp-pulumi', () => {
  let b: Record<string, Json>;
  beforeAll(async () => {
    b = await resourcesOf(text, 'gcp-pulumi', 'buckets.b');
  });

  it('is kept when the stack is deleted', () => {
    expect(b['bucket']).toMatchObject({ inputs: { forceDestroy: false }, options: { retainOnDelete: true } });
  });

  it('is deleted with the stack where the model allows it, and is never emptied', async () => {
    const gone = await resourcesOf('name: shop\nbuckets: { b: { retain: false } }', 'gcp-pulumi', 'buckets.b');
    expect(gone['bucket']).toMatchObject({ inputs: { forceDestroy: false }, options: { retainOnDelete: false } });
  });

  it('renders these resources and no others', () =>
    expect(shown(b)).toMatchInlineSnapshot(`
     "bucket:
       type: gcp:storage/bucket:Bucket
       inputs:
         forceDestroy: false
         lifecycleRules:
           - action:
               type: AbortIncompleteMultipartUpload
             condition:
               age: 7
           - action:
               type: Delete
             condition:
               age: 30
               withState: LIVE
           - action:
               type: Delete
             condition:
               daysSinceNoncurrentTime: 30
               withState: ARCHIVED
         location: <gcp:region>
         name:
           $join:
             - shop-b-a09796af-
             - <gcp:project>
         publicAccessPrevention: enforced
         uniformBucketLevelAccess: true
         versioning:
           enabled: true
       options:
         dependsOn:
           - …::shop-foundation-enable-storage
         retainOnDelete: true
     "
    `));
});
