import type { Unseen } from './unseen';

/** All changes of files that make no difference. Files that are listed as unjudged need no reason here. */
export const unseenFiles: readonly Unseen[] = [
  {
    on: ['aws-cdk', 'gcp-cdktf', 'aws-pulumi', 'gcp-pulumi'],
    what: /(?:\.json|^cdk\.out) with a byte more$/,
    why: 'it is a space behind a document',
  },
  { on: ['aws-cdk'], what: /^cdk\.out removed$/, why: 'nothing needs the marker of an assembly' },
  {
    on: ['aws-cdk'],
    what: /^validation-report\.json added$/,
    why: 'CDK writes it there if CDK_VALIDATION asks for it, and cdk only shows it',
  },
  {
    on: ['aws-cdk'],
    what: /^manifest\.json\/artifacts\/aws-cdk-lib\/feature-flag-report(?:\/properties.*)? (?:another text|a key less|a key more|a look-alike)$/,
    why: 'a report on feature flags, which nothing deploys',
  },
  {
    on: ['aws-cdk'],
    what: /^[\w-]+\.assets\.json\/files\/\w+\/displayName (?:another text|a key less)$/,
    why: 'cdk only shows the name',
  },
  { on: ['aws-cdk'], what: /\/dockerImages an empty key less$/, why: 'no images are the same as an empty list' },
  {
    on: ['aws-cdk'],
    what: /^[\w-]+\.metadata\.json\/\/.+ (?:another text|an item less|an item twice|a key less)$/,
    why: 'cdk deploy reads the paths of constructs only for its messages',
  },
  {
    on: ['gcp-cdktf'],
    what: /^manifest\.json\/version another text$/,
    why: 'cdktf compares it with its own version in a message',
  },
];
