import * as s3 from '@pulumi/aws/s3';
import { asset, type Input } from '@pulumi/pulumi';
import { limits } from '../../cloud/aws/name';
import type { AwsFunctionPlan } from '../../cloud/aws/function';
import type { Element } from '../pulumi-element';
import { tlsOnly } from './bucket';
import { fits } from './name';

/** The place of a function's code: in the request, or in a bucket. */
export type RenderedCode =
  { readonly code: asset.FileArchive } | { readonly s3Bucket: Input<string>; readonly s3Key: Input<string> };

export function renderCode(
  parent: Element,
  { archive, upload }: Pick<AwsFunctionPlan, 'archive' | 'upload'>,
  tags: Record<string, string> | undefined,
): RenderedCode {
  if (!upload) return { code: new asset.FileArchive(archive.path) };
  const resource = (role: string): string => `${parent.prefix}-code-${role}`;
  const name = resource('bucket');
  const bucket = new s3.Bucket(
    name,
    // The archive is on the deployer's machine too, so nothing is lost with the bucket.
    { ...(!fits(name, limits.bucket) && upload.names), forceDestroy: true, tags },
    { parent },
  );
  const of = { bucket: bucket.id };
  // Each comes after the one before it: see `bucket.ts`.
  const access = new s3.BucketPublicAccessBlock(
    resource('bucket-public-access'),
    { ...of, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    { parent },
  );
  const ownership = new s3.BucketOwnershipControls(
    resource('bucket-ownership'),
    { ...of, rule: { objectOwnership: upload.ownership } },
    { parent, dependsOn: [access] },
  );
  const encryption = new s3.BucketServerSideEncryptionConfiguration(
    resource('bucket-encryption'),
    { ...of, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: upload.encryption } }] },
    { parent, dependsOn: [ownership] },
  );
  new s3.BucketPolicy(
    resource('bucket-policy'),
    { ...of, policy: tlsOnly(bucket) },
    { parent, dependsOn: [encryption] },
  );
  const object = new s3.BucketObjectv2(
    resource('object'),
    // An object has at most ten tags, fewer than an architecture may have.
    { ...of, key: upload.key, source: new asset.FileAsset(archive.path) },
    { parent },
  );
  return { s3Bucket: bucket.id, s3Key: object.key };
}
