import type { Target } from '../../lib/model/target';

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
    what: /^\/(?:Parameters\/BootstrapVersion|Rules\/CheckBootstrapVersion)|^\/(?:Parameters|Rules) missing$/,
    why: "CDK's own: it asks whether an account was prepared for it",
  },
  { on: cloudFormation, what: /^\/Parameters\/\w+\/Description/, why: 'it is for people' },
  {
    on: cloudFormation,
    what: /\/Metadata\/aws:cdk:path$/,
    why: 'where within its element a resource lies changes nothing that is deployed',
  },
  {
    on: cloudFormation,
    what: /SecurityGroup\w+\/Metadata(?:\/aws:cdk:path)? missing$/,
    why: 'a security group, and a rule of one, are found by what points at them',
  },
  {
    on: [...cloudFormation, ...terraform],
    what: /\/[Tt]riptych\/0\/outputs one more$/,
    why: 'a name among those of its outputs, of which there is none, names nothing',
  },
  { on: cloudFormation, what: /\/Metadata\/aws:cdk:do-not-refactor/, why: "it is for CDK's own refactoring" },
  { on: cloudFormation, what: /\/Statement\/\d\/Sid/, why: 'the name of a statement allows nothing' },
  {
    on: cloudFormation,
    what: /\/(?:DeploymentConfiguration\/Alarms|DeploymentController|EnableECSManagedTags) missing$/,
    why: 'it says what CloudFormation does without it',
  },

  {
    on: terraform,
    what: /^\/\/\/\/(?:metadata|outputs)|^\/\/\/ one more$/,
    why: "CDKTF's own comment, which Terraform doesn't read",
  },
  {
    on: terraform,
    what: /^\/(?:resource|data)\/.*\/\/\/(?:\/metadata| one more)/,
    why: "CDKTF's own comment, in which the element alone has a meaning",
  },
  {
    on: terraform,
    what: /^\/(?:provider|terraform|variable)\b/,
    why: "the app's own: where it goes, and where its state lies",
  },

  { on: pulumi, what: /^\/(?:project|stack)(?: missing)?$/, why: 'where a program goes, no architecture says' },
  { on: pulumi, what: /\/dependencies\b/, why: 'they follow from the inputs, and from what the options name' },
  { on: pulumi, what: /\/options missing, where it is empty$/, why: 'no options are none' },
  {
    on: pulumi,
    what: /^\/resources\/(?:[a-z]+-)*dev\/parent|^\/resources\/(?:web|polyglot|provisioned|provisioned-node)\/parent/,
    why: 'what lies above the architecture is no part of it',
  },
  {
    on: ['aws-pulumi'],
    what: /security-group[^/]*\/parent/,
    why: 'a security group, and a rule of one, are found by what points at them',
  },
  {
    on: ['gcp-pulumi'],
    what: /^\/resources\/provisioned(?:-node)?-counter\/parent/,
    why: 'the component of an API that is its function holds nothing',
  },
  {
    on: [...terraform, ...pulumi],
    what: /\/(?:environment_variables|environmentVariables|variables|env|envs) missing, where it is empty$/,
    why: 'an empty environment is none',
  },
  { on: ['aws-pulumi'], what: /\/polyglot-(?:go|python)-function\/inputs\/environment missing$/, why: 'it is empty' },
];
