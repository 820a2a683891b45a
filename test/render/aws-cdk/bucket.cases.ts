import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
buckets: { b: { versioned: true, expireDays: 30 } }`;

describe('a bucket on aws-cdk', () => {
  let b: Record<string, Json>;
  beforeAll(async () => {
    b = await resourcesOf(text, 'aws-cdk', 'buckets.b');
  });

  it('is kept when the stack is deleted, with the resources that protect it', () => {
    expect(b['Bucket']).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
    expect(b['Bucket/Policy']).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  });

  it('is deleted with the stack where the model allows it, and is never emptied', async () => {
    const gone = await resourcesOf('name: shop\nbuckets: { b: { retain: false } }', 'aws-cdk', 'buckets.b');
    expect(Object.values(gone).map((one) => [one.Type, one.DeletionPolicy])).toEqual([
      ['AWS::S3::Bucket', 'Delete'],
      ['AWS::S3::BucketPolicy', 'Delete'],
    ]);
  });

  it('renders these resources and no others', () =>
    expect(shown(b)).toMatchInlineSnapshot(`
     "Bucket:
       Type: AWS::S3::Bucket
       Properties:
         BucketEncryption:
           ServerSideEncryptionConfiguration:
             - ServerSideEncryptionByDefault:
                 SSEAlgorithm: AES256
         LifecycleConfiguration:
           Rules:
             - AbortIncompleteMultipartUpload:
                 DaysAfterInitiation: 7
               ExpirationInDays: 30
               NoncurrentVersionExpiration:
                 NoncurrentDays: 30
               Status: Enabled
         OwnershipControls:
           Rules:
             - ObjectOwnership: BucketOwnerEnforced
         PublicAccessBlockConfiguration:
           BlockPublicAcls: true
           BlockPublicPolicy: true
           IgnorePublicAcls: true
           RestrictPublicBuckets: true
         VersioningConfiguration:
           Status: Enabled
       UpdateReplacePolicy: Retain
       DeletionPolicy: RetainExceptOnCreate
     Bucket/Policy:
       Type: AWS::S3::BucketPolicy
       Properties:
         Bucket:
           Ref: ArchitecturebucketsbBucket09656E4F
         PolicyDocument:
           Statement:
             - Action: s3:*
               Condition:
                 Bool:
                   aws:SecureTransport: "false"
               Effect: Deny
               Principal:
                 AWS: "*"
               Resource:
                 - Fn::GetAtt:
                     - ArchitecturebucketsbBucket09656E4F
                     - Arn
                 - Fn::Join:
                     - ""
                     - - Fn::GetAtt:
                           - ArchitecturebucketsbBucket09656E4F
                           - Arn
                       - /*
           Version: 2012-10-17
       UpdateReplacePolicy: Retain
       DeletionPolicy: RetainExceptOnCreate
     "
    `));
});
