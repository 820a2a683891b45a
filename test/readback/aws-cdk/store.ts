import { readBucket } from '../../../lib/readback/aws-cdk/bucket';
import { readSecret } from '../../../lib/readback/aws-cdk/secret';
import { cloudFormation } from '../aws-pieces';
import type { Piece } from '../pieces';
import type { Element } from '../shop';
import { placeholder } from '../store';

const Tags = [{ Key: 'team', Value: 'x' }];
const stays = { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' };
const arn = { 'Fn::GetAtt': ['Bucket', 'Arn'] };

const pieces: readonly Piece[] = [
  {
    address: 'Bucket',
    type: 'AWS::S3::Bucket',
    owner: 'buckets.b',
    properties: {
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
        },
        LifecycleConfiguration: {
          Rules: [
            {
              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
              ExpirationInDays: 30,
              NoncurrentVersionExpiration: { NoncurrentDays: 30 },
              Status: 'Enabled',
            },
          ],
        },
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        Tags,
        VersioningConfiguration: { Status: 'Enabled' },
      },
      ...stays,
    },
  },
  {
    address: 'Policy',
    type: 'AWS::S3::BucketPolicy',
    owner: 'buckets.b',
    properties: {
      Properties: {
        Bucket: { Ref: 'Bucket' },
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Action: 's3:*',
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
              Effect: 'Deny',
              Principal: '*',
              Resource: [arn, { 'Fn::Join': ['', [arn, '/*']] }],
            },
          ],
        },
      },
      ...stays,
    },
  },
  {
    address: 'Secret',
    type: 'AWS::SecretsManager::Secret',
    owner: 'secrets.s',
    properties: { Properties: { SecretString: placeholder, Tags }, ...stays },
  },
];

const open = (all: readonly Piece[]) => cloudFormation(all);

/** A bucket and a secret in a template that were written by hand. */
export const store = {
  bucket: { of: 'buckets.b', pieces, open, read: (artefact) => readBucket('b', artefact) } as Element<
    ReturnType<typeof readBucket>
  >,
  secret: { of: 'secrets.s', pieces, open, read: (artefact) => readSecret('s', artefact) } as Element<
    ReturnType<typeof readSecret>
  >,
};
