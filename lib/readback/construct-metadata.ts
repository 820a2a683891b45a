import { isObject, type Unrecognized } from './resource';

/**
 * The kinds of entries that only describe: `cdk` shows them in messages. Others are instructions, which `cdk deploy`
 * carries out: it builds and publishes what an `aws:cdk:asset` names, and puts the tags of `aws:cdk:stack-tags` on the
 * stack.
 */
const descriptions = ['aws:cdk:logicalId', 'aws:cdk:templateFile'];

/** The kind of entry that acknowledges rules of validations, with a reason each; CDK only reports them. */
const acknowledged = 'aws:cdk:acknowledged-rules';

/** The one rule that may be acknowledged. */
const rule = 'CloudFormation-Validate::W3694';

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
  if (typeof type !== 'string' || Object.keys(others).length > 0) return false;
  if (type === acknowledged)
    return isObject(data) && Object.keys(data).join() === rule && typeof data[rule] === 'string';
  return descriptions.includes(type) && typeof data === 'string';
}
