import type { Target } from '../lib/model/target';

/** A change that makes no difference, and the reason. */
export interface Unseen {
  readonly on: readonly Target[];
  readonly what: RegExp;
  readonly why: string;
}

const cloudFormation: readonly Target[] = ['aws-cdk'];
const terraform: readonly Target[] = ['gcp-cdktf'];
const pulumi: readonly Target[] = ['aws-pulumi', 'gcp-pulumi'];

/** All changes that make no difference. */
export const unseen: readonly Unseen[] = [
  {
    on: cloudFormation,
    what: /^\/(?:Parameters\/BootstrapVersion|Rules\/CheckBootstrapVersion)|^\/(?:Parameters|Rules) a key less$/,
    why: "it is CDK's own check that an account is bootstrapped",
  },
  { on: cloudFormation, what: /^\/Parameters\/\w+\/Description/, why: 'a description is for people' },
  { on: cloudFormation, what: /\/Metadata\/aws:cdk:do-not-refactor/, why: "only CDK's refactoring reads it" },
  { on: cloudFormation, what: /\/Statement\/\d\/Sid/, why: "a statement's name grants nothing" },
  {
    on: cloudFormation,
    what: /\/(?:DeploymentConfiguration\/Alarms|DeploymentController|EnableECSManagedTags) a key less$/,
    why: "it is CloudFormation's default",
  },

  {
    on: terraform,
    what: /^\/\/\/\/(?:metadata|outputs)|^\/\/\/ (?:a key more|a look-alike)$/,
    why: "a comment of CDKTF, which Terraform doesn't read",
  },
  {
    on: terraform,
    what: /^\/(?:resource|data)\/.*\/\/\/(?:\/metadata)? (?:a key more|a look-alike)$/,
    why: 'a comment of CDKTF, of which only the path and the id are read',
  },

  { on: pulumi, what: /\/dependencies\b/, why: 'they follow from the inputs and the options' },
  { on: pulumi, what: /\/options an empty key less$/, why: 'no options are the same as empty ones' },
  { on: pulumi, what: /^\/resources\/[^/]+\/inputs an empty key less$/, why: 'no inputs are the same as empty ones' },
  {
    on: ['gcp-pulumi'],
    what: /^\/resources\/(?:provisioned(?:-node)?-counter|everything-own) an item less$/,
    why: 'the component of an API that is its only function holds no resources',
  },
  {
    on: [...terraform, ...pulumi],
    what: /\/(?:environment_variables|environmentVariables|variables|env|envs) an empty key less$/,
    why: 'no environment is the same as an empty one',
  },
  {
    on: ['aws-pulumi'],
    what: /-function\/inputs\/environment a key less$/,
    why: 'the environment is empty',
  },
];
