import type { Target } from '../lib/model/target';

/** A change that is no difference, and why. */
interface Unseen {
  readonly on: readonly Target[];
  readonly what: RegExp;
  readonly why: string;
}

const cloudFormation: readonly Target[] = ['aws-cdk'];
const terraform: readonly Target[] = ['gcp-cdktf'];
const pulumi: readonly Target[] = ['aws-pulumi', 'gcp-pulumi'];

/** All changes that are no differences. */
export const unseen: readonly Unseen[] = [
  {
    on: cloudFormation,
    what: /^\/(?:Parameters\/BootstrapVersion|Rules\/CheckBootstrapVersion)|^\/(?:Parameters|Rules) a key less$/,
    why: "CDK's own: it asks whether an account was prepared for it",
  },
  { on: cloudFormation, what: /^\/Parameters\/\w+\/Description/, why: 'it is for people' },
  {
    on: cloudFormation,
    what: /\/Metadata\/aws:cdk:path another text$/,
    why: 'where within its element a resource lies changes nothing that is deployed',
  },
  {
    on: cloudFormation,
    what: /SecurityGroup\w+\/Metadata(?:\/aws:cdk:path)? a key less$/,
    why: 'a security group, and a rule of one, are found by what points at them',
  },
  { on: cloudFormation, what: /\/Metadata\/aws:cdk:do-not-refactor/, why: "it is for CDK's own refactoring" },
  { on: cloudFormation, what: /\/Statement\/\d\/Sid/, why: 'the name of a statement allows nothing' },
  {
    on: cloudFormation,
    what: /\/(?:DeploymentConfiguration\/Alarms|DeploymentController|EnableECSManagedTags) a key less$/,
    why: 'it says what CloudFormation does without it',
  },

  {
    on: terraform,
    what: /^\/\/\/\/(?:metadata|outputs)|^\/\/\/ a key more$/,
    why: "CDKTF's own comment, which Terraform doesn't read",
  },
  {
    on: terraform,
    what: /^\/(?:resource|data)\/.*\/\/\/(?:\/metadata| a key more)/,
    why: "CDKTF's own comment, in which the element alone has a meaning",
  },

  {
    on: pulumi,
    what: /^\/(?:project|stack) (?:another text|a key less)$/,
    why: 'where a program goes, no architecture says',
  },
  { on: pulumi, what: /\/dependencies\b/, why: 'they follow from the inputs, and from what the options name' },
  { on: pulumi, what: /\/options an empty key less$/, why: 'no options are none' },
  {
    on: ['gcp-pulumi'],
    what: /^\/resources\/(?:provisioned(?:-node)?-counter|everything-own) an item less$/,
    why: 'the component of an API that is its function holds nothing',
  },
  {
    on: [...terraform, ...pulumi],
    what: /\/(?:environment_variables|environmentVariables|variables|env|envs) an empty key less$/,
    why: 'an empty environment is none',
  },
  {
    on: ['aws-pulumi'],
    what: /-function\/inputs\/environment a key less$/,
    why: 'it is empty',
  },
];
