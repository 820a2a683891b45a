import type { BucketFact } from '../../facts/bucket';
import type { Artefact } from '../artefact';

export function readBucket(_name: string, _artefact: Artefact): Partial<BucketFact> | undefined {
  return undefined;
}
