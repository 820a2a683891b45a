import { Join, Pointer } from '../made';
import type { Artefact } from '../artefact';
import type { Resource } from '../resource';

/**
 * Reads the archive of a Lambda function, in the bucket of `cdk bootstrap`, or in the one that an app's own synthesizer
 * publishes it to.
 */
export function readCode(handler: Resource, artefact: Artefact): { sha256: string } | undefined {
  const bucket = new Join([
    'cdk-hnb659fds-assets-',
    new Pointer('AWS', 'AccountId'),
    '-',
    new Pointer('AWS', 'Region'),
  ]);
  const key = handler.at(['Properties', 'Code', 'S3Key']);
  const published = typeof key === 'string' ? artefact.bucketOf(key) : undefined;
  handler.fixed(['Properties', 'Code', 'S3Bucket'], published ?? bucket);
  return handler.as(['Properties', 'Code', 'S3Key'], (key) => {
    const sha256 = typeof key === 'string' ? artefact.sha256(key) : undefined;
    return sha256 === undefined ? undefined : { sha256 };
  });
}
