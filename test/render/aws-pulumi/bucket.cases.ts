import { Editable, type Json } from '../../mutation/artefact';
import { render } from '../../rendering';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
buckets: { b: { versioned: true, expireDays: 30 } }`;

describe('a bucket on aws-pulumi', () => {
  let b: Record<string, Json>;
  beforeAll(async () => {
    b = await resourcesOf(text, 'aws-pulumi', 'buckets.b');
  });

  it('is kept when the stack is deleted, with the resources that protect it', () => {
    const { 'bucket-versioning': versioning, ...others } = b;
    expect(Object.values(others).map(({ options }) => options.retainOnDelete)).toEqual(
      Object.values(others).map(() => true),
    );
    expect(versioning.options).toMatchObject({ deletedWith: expect.stringMatching(/::shop-b-bucket$/) });
  });

  it('is set up one step after another, since S3 accepts one change at a time', () => {
    const after = Object.entries(b).map(([name, { options }]) => [
      name,
      options.dependsOn?.map((urn: string) => urn.split('::shop-b-')[1]),
    ]);
    expect(Object.fromEntries(after)).toEqual({
      bucket: undefined,
      'bucket-public-access': undefined,
      'bucket-ownership': ['bucket-public-access'],
      'bucket-encryption': ['bucket-ownership'],
      'bucket-versioning': ['bucket-encryption'],
      'bucket-policy': ['bucket-versioning'],
      'bucket-lifecycle': ['bucket-policy'],
    });
  });

  it('is deleted with the stack where the model allows it, and is never emptied', async () => {
    const gone = await resourcesOf('name: shop\nbuckets: { b: { retain: false } }', 'aws-pulumi', 'buckets.b');
    expect(gone['bucket'].inputs.forceDestroy).toBe(false);
    expect(Object.values(gone).map(({ options }) => options.retainOnDelete)).toEqual(
      Object.values(gone).map(() => false),
    );
  });

  it("is named by the program where Pulumi's generated name would be too long", async () => {
    const text = `name: a-name-of-thirty-characters-00\nbuckets: { ${'b'.repeat(30)}: {} }`;
    const { resources } = new Editable(await render({ text }, 'aws-pulumi')).original();
    const [bucket] = resources.filter(({ type }: Json) => type === 'aws:s3/bucket:Bucket');
    const { bucketPrefix } = bucket.inputs;
    expect(bucketPrefix).toMatch(/^a-name-of-thirty-characters-[0-9a-f]{8}-$/);
    expect(bucketPrefix.length).toBeLessThanOrEqual(37);
  });

  it('renders these resources and no others', () =>
    expect(shown(b)).toMatchInlineSnapshot(`
     "bucket:
       type: aws:s3/bucket:Bucket
       inputs:
         forceDestroy: false
       options:
         retainOnDelete: true
     bucket-lifecycle:
       type: aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration
       inputs:
         bucket: <shop-b-bucket.id>
         rules:
           - abortIncompleteMultipartUpload:
               daysAfterInitiation: 7
             expiration:
               days: 30
             filter: {}
             id: lifecycle
             noncurrentVersionExpiration:
               noncurrentDays: 30
             status: Enabled
       options:
         dependsOn:
           - …::shop-b-bucket-policy
         retainOnDelete: true
     bucket-ownership:
       type: aws:s3/bucketOwnershipControls:BucketOwnershipControls
       inputs:
         bucket: <shop-b-bucket.id>
         rule:
           objectOwnership: BucketOwnerEnforced
       options:
         dependsOn:
           - …::shop-b-bucket-public-access
         retainOnDelete: true
     bucket-policy:
       type: aws:s3/bucketPolicy:BucketPolicy
       inputs:
         bucket: <shop-b-bucket.id>
         policy:
           $join:
             - '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["'
             - <shop-b-bucket.arn>
             - '","'
             - <shop-b-bucket.arn>
             - /*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}
       options:
         dependsOn:
           - …::shop-b-bucket-versioning
         retainOnDelete: true
     bucket-public-access:
       type: aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock
       inputs:
         blockPublicAcls: true
         blockPublicPolicy: true
         bucket: <shop-b-bucket.id>
         ignorePublicAcls: true
         restrictPublicBuckets: true
       options:
         retainOnDelete: true
     bucket-encryption:
       type: aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration
       inputs:
         bucket: <shop-b-bucket.id>
         rules:
           - applyServerSideEncryptionByDefault:
               sseAlgorithm: AES256
       options:
         dependsOn:
           - …::shop-b-bucket-ownership
         retainOnDelete: true
     bucket-versioning:
       type: aws:s3/bucketVersioning:BucketVersioning
       inputs:
         bucket: <shop-b-bucket.id>
         versioningConfiguration:
           status: Enabled
       options:
         dependsOn:
           - …::shop-b-bucket-encryption
         deletedWith: …::shop-b-bucket
     "
    `));
});
