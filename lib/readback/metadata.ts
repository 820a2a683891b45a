import type { Scope } from './artefact';
import type { Json } from './document';
import { isObject } from './resource';

/** CDK's own metadata about a resource, which CloudFormation doesn't read. */
const ownMetadata = [
  'aws:cdk:path',
  'aws:cdk:do-not-refactor',
  'aws:asset:path',
  'aws:asset:property',
  'aws:asset:is-bundled',
];

/** Metadata that CloudFormation's helper scripts carry out, or use to sign in. */
const helperMetadata = ['AWS::CloudFormation::Authentication', 'AWS::CloudFormation::Init'];

/**
 * Metadata that isn't CDK's own. CloudFormation stores metadata and does nothing with it, so an app may add its own, as
 * cdk-nag does. Only its helper scripts act on some.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-metadata.html
 */
export function foreignMetadata(metadata: unknown, scope: Scope): Json {
  if (!isObject(metadata)) return metadata === undefined ? {} : { Metadata: metadata };
  const isForeign = (key: string) => (scope === 'app' ? helperMetadata.includes(key) : !ownMetadata.includes(key));
  const foreign = Object.entries(metadata).filter(([key]) => isForeign(key));
  return foreign.length > 0 ? { Metadata: Object.fromEntries(foreign) } : {};
}
