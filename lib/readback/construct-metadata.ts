import { isObject, type Unrecognized } from './resource';

/**
 * The kinds of entries that only describe: `cdk` shows them in messages. Others are instructions, which `cdk deploy`
 * carries out: it builds and publishes what an `aws:cdk:asset` names, and puts the tags of `aws:cdk:stack-tags` on the
 * stack.
 */
const descriptions = ['aws:cdk:logicalId', 'aws:cdk:templateFile'];

/**
 * Everything in a stack's metadata of constructs that isn't a description.
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.cloud_assembly_schema.ArtifactMetadataEntryType.html
 */
export function instructionsIn(metadata: unknown, file: string): Unrecognized[] {
  if (!isObject(metadata)) return [{ resource: file, path: [], value: metadata }];
  return Object.entries(metadata).flatMap(([construct, entries]) => {
    if (!Array.isArray(entries)) return [{ resource: file, path: [construct], value: entries }];
    return entries
      .map((value: unknown, index) => ({ resource: file, path: [construct, String(index)], value }))
      .filter(({ value }) => !isDescription(value));
  });
}

function isDescription(entry: unknown): boolean {
  const { type, data, ...others } = isObject(entry) ? entry : {};
  return (
    typeof type === 'string' &&
    descriptions.includes(type) &&
    typeof data === 'string' &&
    Object.keys(others).length === 0
  );
}
