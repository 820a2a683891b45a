import type { ResolvedArchitecture } from '../model/architecture';
import { environmentOf, type ResolvedFunction } from '../model/function';
import type { ResolvedService } from '../model/service';
import type { Text } from '../model/text';
import type { WithTriggers } from '../model/trigger';
import type { Restated, Rule } from './rule';

/** Texts of a field that reach an engine as they are written. */
interface TextField<Element> {
  readonly path: string;
  readonly texts: (element: Element) => readonly unknown[];
}

type WithEnvironment = Readonly<Record<'environment', Readonly<Record<string, Text>>>>;

const environment = (kind: string): TextField<WithEnvironment> => ({
  path: `${kind}.environment`,
  texts: (element) => Object.values(element.environment),
});

const triggers = (kind: string): TextField<WithTriggers> => ({
  path: `${kind}.triggers`,
  texts: (element) => element.triggers,
});

const prefixes = (kind: string): TextField<WithTriggers> => ({
  path: `${kind}.triggers`,
  // An input is sent in base64.
  texts: (element) => element.triggers.map((trigger) => ('prefix' in trigger ? trigger.prefix : undefined)),
});

/**
 * CloudFormation replaces dynamic references wherever a text has one, also in the result of an intrinsic function, so that
 * there is no way to escape them. It replaces none with a space after the braces.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html,
 * https://github.com/aws-cloudformation/cfn-lint/pull/4412
 */
const dynamicReference = <Element>({ path, texts }: TextField<Element>): Rule<Element> => ({
  path,
  value: 'with {{resolve:…}}',
  on: ['aws-cdk'],
  is: 'refused',
  reason: 'CloudFormation replaces {{resolve:…}} with a parameter or a secret, and has no way to write it as text',
  hint: 'use `secrets` for a secret, and a parameter for another value; for the text itself, use aws-pulumi',
  applies: ({ element }) => texts(element).some((one) => hasText(one, (text) => text.includes('{{resolve:'))),
});

/** Terraform's texts are in NFC, by design: https://github.com/hashicorp/terraform/issues/36207 */
const normalized = <Element>({ path, texts }: TextField<Element>): Rule<Element> => ({
  path,
  value: 'not in Unicode NFC, or with a byte order mark first',
  on: ['gcp-cdktf'],
  is: 'approximated',
  // The artifact states the text as it is written.
  becomes: { text: 'the text in NFC, without a byte order mark', value: () => ({}) as Restated<Element> },
  reason: 'Terraform normalizes every text to Unicode NFC',
  applies: ({ element }) => texts(element).some((one) => hasText(one, isChanged)),
});

/** True of a text that Terraform changes. */
export const isChanged = (text: string): boolean => text !== text.normalize('NFC') || text.startsWith('\ufeff');

/** True if a value is such a text, or has one at any depth, also as a key. */
function hasText(value: unknown, isSuch: (text: string) => boolean): boolean {
  if (typeof value === 'string') return isSuch(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, child]) => isSuch(key) || hasText(child, isSuch));
}

/**
 * Pulumi's own properties begin with two underscores. Providers bridged from Terraform drop `__meta` and `__defaults` from
 * every map: https://github.com/pulumi/pulumi-terraform-bridge/blob/main/pkg/reservedkeys/keys.go
 */
const isPulumis = (key: string): boolean => key.startsWith('__');

/** CloudFormation reads a map with one of these keys as a function, and some resources have their tags in a map. */
const isFunction = (key: string): boolean => key === 'Ref' || key.startsWith('Fn::');

export const functionTextRules: readonly Rule<ResolvedFunction>[] = [
  {
    path: 'functions.environment',
    value: 'with names that begin with __',
    on: ['gcp-pulumi'],
    is: 'refused',
    reason: "Pulumi keeps such names for itself, and drops some of them from a function's variables",
    hint: 'choose another name',
    applies: ({ element }) => Object.keys(environmentOf(element)).some(isPulumis),
  },
  dynamicReference(environment('functions')),
  dynamicReference(triggers('functions')),
  dynamicReference({ path: 'functions.handler', texts: ({ handler }: ResolvedFunction) => [handler.aws] }),
  normalized(environment('functions')),
  normalized({ path: 'functions.handler', texts: ({ handler }: ResolvedFunction) => [handler.gcp] }),
  normalized(prefixes('functions')),
];

export const serviceTextRules: readonly Rule<ResolvedService>[] = [
  dynamicReference(environment('services')),
  dynamicReference({ path: 'services.command', texts: ({ command }: ResolvedService) => [command] }),
  dynamicReference({
    path: 'services.healthCheck.path',
    texts: ({ healthCheck }: ResolvedService) => [healthCheck.path],
  }),
  normalized(environment('services')),
  normalized(prefixes('services')),
  normalized({ path: 'services.command', texts: ({ command }: ResolvedService) => [command] }),
  normalized({ path: 'services.healthCheck.path', texts: ({ healthCheck }: ResolvedService) => [healthCheck.path] }),
];

export const architectureTextRules: readonly Rule<ResolvedArchitecture>[] = [
  {
    path: 'tags',
    value: 'named Ref or Fn::…',
    on: ['aws-cdk'],
    is: 'refused',
    reason: 'CloudFormation reads such a name in a map of tags as one of its functions',
    hint: 'choose another name',
    applies: ({ element: { tags } }) => Object.keys(tags).some(isFunction),
  },
  {
    path: 'tags',
    value: 'with names that begin with __',
    on: ['aws-pulumi'],
    is: 'refused',
    reason: 'Pulumi keeps such names for itself, and drops some of them from tags',
    hint: 'choose another name',
    applies: ({ element: { tags } }) => Object.keys(tags).some(isPulumis),
  },
  normalized({ path: 'tags', texts: ({ tags }: ResolvedArchitecture) => [tags] }),
];
