import { existingIn } from '../model/existing';
import type { ExistingKind } from '../model/existing-form';
import type { ResolvedArchitecture } from '../model/architecture';
import type { Reference } from '../model/reference';
import { cloudOf, type Cloud, type Target } from '../model/target';

/** The fact about an element that something else owns: which resource it is. */
export interface ExistingFact {
  /** The resource's identifier on the target's cloud. */
  readonly existing?: string;
}

/** The fact about an element that something else owns; undefined for the architecture's own. */
export function expectExisting(element: object, target: Target): ExistingFact | undefined {
  const existing = existingIn(element);
  return existing && { existing: existing[cloudOf(target)] ?? '' };
}

/**
 * The text that an artifact states in place of a reference to an element that something else owns; undefined for a
 * reference to the architecture's own, which an artifact states as one.
 */
export function existingText(
  { kind, element, attribute }: Reference,
  architecture: ResolvedArchitecture,
  cloud: Cloud,
) {
  const owner: object | undefined = architecture[kind][element];
  const identifier = owner && existingIn(owner)?.[cloud];
  if (identifier === undefined) return undefined;
  return texts[cloud][kind as ExistingKind](identifier, attribute);
}

const afterSlash = (identifier: string): string => identifier.split('/').at(-1)!;

const valueOf = (values: Readonly<Record<string, string>>, attribute: string): string => values[attribute] ?? '';

/** The address of a queue. China has a domain of its own. */
function queueUrl(arn: string): string {
  const [region, account, name] = arn.split(':').slice(3);
  const domain = arn.startsWith('arn:aws-cn:') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `https://${['sqs', region, domain].join('.')}/${account}/${name}`;
}

/** The values of attributes, by cloud and kind. */
const texts: Readonly<
  Record<Cloud, Readonly<Record<ExistingKind, (identifier: string, attribute: string) => string>>>
> = {
  aws: {
    queues: (arn, attribute) => valueOf({ arn, name: arn.split(':').at(-1)!, url: queueUrl(arn) }, attribute),
    topics: (arn, attribute) => (attribute === 'arn' ? arn : arn.split(':').at(-1)!),
    buckets: (arn) => arn.split(':').at(-1)!,
    tables: afterSlash,
    secrets: (arn) => arn,
  },
  gcp: {
    queues: (topic, attribute) =>
      valueOf({ arn: topic, name: afterSlash(topic), url: `https://pubsub.googleapis.com/v1/${topic}` }, attribute),
    topics: (topic, attribute) => (attribute === 'arn' ? topic : afterSlash(topic)),
    buckets: afterSlash,
    tables: afterSlash,
    secrets: (secret) => secret,
  },
};
