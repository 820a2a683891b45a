import { readBucket } from '../../../lib/readback/aws-pulumi/bucket';
import { readSecret } from '../../../lib/readback/aws-pulumi/secret';
import { pulumi, urnOf } from '../aws-pieces';
import type { Piece } from '../pieces';
import type { Element } from '../shop';
import { placeholder } from '../store';

const to = (name: string, attribute: string) => ({ $ref: { urn: urnOf(name), path: [attribute] } });
const tags = { team: 'x' };
const stays = { retainOnDelete: true };
const after = (name: string) => ({ ...stays, dependsOn: [urnOf(`shop-b-bucket-${name}`)] });

const made =
  (owner: Piece['owner'], service: string) =>
  (address: string, type: string, inputs: object, options: object | null = stays): Piece => ({
    address,
    type: `aws:${service}/${type[0]!.toLowerCase()}${type.slice(1)}:${type}`,
    owner,
    properties: { inputs, ...(options && { options }) },
  });

const ofBucket = made('buckets.b', 's3');
const ofSecret = made('secrets.s', 'secretsmanager');
const bucket = to('shop-b-bucket', 'id');
const arn = to('shop-b-bucket', 'arn');

const pieces: readonly Piece[] = [
  ofBucket('shop-b-bucket', 'Bucket', { forceDestroy: false, tags }),
  ofBucket('shop-b-bucket-public-access', 'BucketPublicAccessBlock', {
    bucket,
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  }),
  ofBucket(
    'shop-b-bucket-ownership',
    'BucketOwnershipControls',
    { bucket, rule: { objectOwnership: 'BucketOwnerEnforced' } },
    after('public-access'),
  ),
  ofBucket(
    'shop-b-bucket-encryption',
    'BucketServerSideEncryptionConfiguration',
    { bucket, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }] },
    after('ownership'),
  ),
  ofBucket(
    'shop-b-bucket-policy',
    'BucketPolicy',
    {
      bucket,
      policy: {
        $join: [
          '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["',
          arn,
          '","',
          arn,
          '/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}',
        ],
      },
    },
    after('versioning'),
  ),
  ofBucket(
    'shop-b-bucket-lifecycle',
    'BucketLifecycleConfiguration',
    {
      bucket,
      rules: [
        {
          id: 'lifecycle',
          status: 'Enabled',
          filter: {},
          abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          expiration: { days: 30 },
          noncurrentVersionExpiration: { noncurrentDays: 30 },
        },
      ],
    },
    after('policy'),
  ),
  ofBucket(
    'shop-b-bucket-versioning',
    'BucketVersioning',
    { bucket, versioningConfiguration: { status: 'Enabled' } },
    { deletedWith: urnOf('shop-b-bucket'), dependsOn: [urnOf('shop-b-bucket-encryption')] },
  ),
  ofBucket(
    'shop-b-bucket-notification',
    'BucketNotification',
    { bucket, eventbridge: true },
    { dependsOn: [urnOf('shop-b-bucket-lifecycle')] },
  ),
  ofSecret('shop-s-secret', 'Secret', { tags }),
  ofSecret(
    'shop-s-secret-placeholder',
    'SecretVersion',
    {
      secretId: to('shop-s-secret', 'id'),
      secretString: placeholder,
      versionStages: ['AWSCURRENT', 'placeholder'],
    },
    { ...stays, ignoreChanges: ['secretString', 'versionStages'] },
  ),
];

const open = (all: readonly Piece[]) => pulumi(all, []);

/** A bucket and a secret in a recording that were written by hand. */
export const store = {
  bucket: { of: 'buckets.b', pieces, open, read: (artefact) => readBucket('b', artefact) } as Element<
    ReturnType<typeof readBucket>
  >,
  secret: { of: 'secrets.s', pieces, open, read: (artefact) => readSecret('s', artefact) } as Element<
    ReturnType<typeof readSecret>
  >,
};
