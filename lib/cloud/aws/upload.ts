import type { ElementId } from '../../model/name';
import type { CodeArchive } from '../archives';
import { physicalName, type Naming } from '../name';

/**
 * An archive that is too large for a request to Lambda, which reads it from a bucket of the function's own. CDK puts
 * every archive into the bucket of its bootstrap stack.
 */
export interface AwsUploadPlan {
  /** The object's key. It has the archive's hash, so that a new archive is a change of the function. */
  readonly key: string;
  readonly encryption: 'AES256';
  readonly ownership: 'BucketOwnerEnforced';
  /** The prefix of the bucket's name, for cases where Pulumi's own name would be invalid on S3. */
  readonly names: { readonly bucketPrefix: string };
}

/**
 * The largest archive in a request. The limit is 50 MB (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html),
 * in effect 69,905,067 bytes of request with the archive in base64, so the function's other properties need room too:
 * https://github.com/pulumi/pulumi-aws/issues/137
 */
const largestInRequest = 45_000_000;

/** The longest prefix that the provider allows within a bucket name's 63 characters, less the final hyphen. */
const prefixLimit = 36;

export function planUpload(
  element: ElementId,
  { sha256, bytes }: CodeArchive,
  naming: Naming,
): AwsUploadPlan | undefined {
  if (bytes <= largestInRequest) return undefined;
  return {
    key: `${sha256}.zip`,
    encryption: 'AES256',
    ownership: 'BucketOwnerEnforced',
    names: { bucketPrefix: `${physicalName(naming, element, prefixLimit, 'code')}-` },
  };
}
