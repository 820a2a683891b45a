import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readTlsOnly } from '../policy';
import { readArchive, readAsset } from '../pulumi-archive';
import { to, type Resource } from '../resource';
import { readPublic } from './bucket';
import { readGivenPrefix } from './given-name';

/** The bucket that holds a function's archive; undefined where the archive is part of the request. */
export const codeBucket = (id: ElementId, artefact: Artefact): Resource | undefined =>
  artefact.part(id, 'aws:s3/bucket:Bucket');

/** Reads the hash of a function's archive: in the request, or in a private, encrypted bucket of the function's own. */
export function readCode(name: string, handler: Resource, artefact: Artefact): { sha256: string } | undefined {
  const id: ElementId = `functions.${name}`;
  const bucket = codeBucket(id, artefact);
  if (!bucket) return handler.as(['inputs', 'code'], (value) => readArchive(value, artefact));
  const own = (type: string): Resource | undefined => {
    const part = artefact.part(id, `aws:s3/${type[0]!.toLowerCase()}${type.slice(1)}:${type}`);
    part?.fixed(['inputs', 'bucket'], to(bucket, 'id'));
    return part;
  };
  let last: Resource | undefined;
  const setting = (type: string): Resource | undefined => {
    const part = own(type);
    // S3 accepts one change of a bucket at a time.
    part?.fixed(['options', 'dependsOn'], last && [last.address]);
    last = part ?? last;
    return part;
  };
  readGivenPrefix(bucket, { kind: 'functions', element: name, role: 'code' }, artefact);
  bucket.fixed(['inputs', 'forceDestroy'], true);
  const isPrivate = readPublic(setting('BucketPublicAccessBlock'), setting('BucketOwnershipControls')) === false;
  const isEncrypted = setting('BucketServerSideEncryptionConfiguration')?.fixed(
    ['inputs', 'rules'],
    [{ applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
  );
  const policy = setting('BucketPolicy');
  const isTlsOnly = policy && readTlsOnly(policy, ['inputs', 'policy'], to(bucket, 'arn'), artefact);
  const object = own('BucketObjectv2');
  const code = object?.as(['inputs', 'source'], (value) => readAsset(value, artefact));
  // A key with the hash makes a new archive a change of the function.
  const isNamed = code && object?.fixed(['inputs', 'key'], `${code.sha256}.zip`);
  handler.fixed(['inputs', 's3Bucket'], to(bucket, 'id'));
  handler.fixed(['inputs', 's3Key'], object && to(object, 'key'));
  return isPrivate && isEncrypted && isTlsOnly && isNamed ? code : undefined;
}
