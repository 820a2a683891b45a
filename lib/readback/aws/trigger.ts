import { inOrder, type RetryFact, type TriggerFact } from '../../facts/trigger';
import type { Kind } from '../../model/kind';
import { splitElementId, type ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { existingAt } from '../existing';
import { equal, isObject, type Resource } from '../resource';
import { readText, type Lookup } from '../text';
import type { Permissions } from './grant';

/** Finds the element of a kind whose attribute a value is. */
export function elementAt(
  kind: Kind,
  attribute: 'arn' | 'name',
  value: unknown,
  lookup: Lookup,
  artefact: Artefact,
): ElementId | undefined {
  const existing = existingAt(value, artefact, ({ element, identifier }) => {
    if (splitElementId(element).kind !== kind) return undefined;
    return attribute === 'arn' ? identifier : identifier.split(':').at(-1);
  });
  if (existing) return existing;
  const [, id] = /^\$\{(\w+\.[a-z0-9-]+)\.(?:\w+)\}$/.exec(readText(value, lookup) ?? '') ?? [];
  return id?.startsWith(`${kind}.`) && readText(value, lookup) === `\${${id}.${attribute}}`
    ? (id as ElementId)
    : undefined;
}

/** Finds the name of such an element. */
export const nameAt = (...at: Parameters<typeof elementAt>): string | undefined =>
  elementAt(...at)?.slice(at[0].length + 1);

/** The retries of failed events, and the reference to their dead-letter queue in the artifact. */
export interface Retrying {
  readonly fact: RetryFact;
  /** A pointer at the ARN of the dead-letter queue; absent: there is none. */
  readonly deadLetter?: unknown;
}

/** Lambda's default. */
const byItself: RetryFact = { maxRetries: 2, maxAgeSeconds: 21_600 };

/** The retries of a function without a configuration: Lambda's default, unless something delivers events to it. */
export const unsaid = (permissions: Permissions, handedOver: readonly Resource[]): Retrying | undefined =>
  permissions.deadLetters.length === 0 && handedOver.length === 0 ? { fact: byItself } : undefined;

/** The retries in a configuration, if the role lets Lambda send to exactly that queue. */
export function said(
  maxRetries: number | undefined,
  maxAgeSeconds: number | undefined,
  queue: { readonly id: ElementId; readonly arn: unknown } | null | undefined,
  { deadLetters }: Permissions,
): Retrying | undefined {
  if (maxRetries === undefined || maxAgeSeconds === undefined || queue === undefined) return undefined;
  if (!equal(deadLetters, queue ? [queue.id] : [])) return undefined;
  const fact = { maxRetries, maxAgeSeconds };
  return queue ? { fact: { ...fact, deadLetter: queue.id.slice('queues.'.length) }, deadLetter: queue.arn } : { fact };
}

/** Reads an event source's maximum of invocations at a time, for a fact; undefined if it isn't understood. */
export const readMaximum = (
  source: Resource,
  path: readonly string[],
  word: string,
): { maxConcurrency?: number } | undefined =>
  source.as(path, (value) => {
    if (value === undefined) return {};
    const maxConcurrency = isObject(value) ? value[word] : undefined;
    const isRead = typeof maxConcurrency === 'number' && equal(value, { [word]: maxConcurrency });
    return isRead ? { maxConcurrency } : undefined;
  });

/** Triggers in the order of facts; undefined unless each is understood, and the role consumes exactly their queues. */
export function triggersOf(
  triggers: readonly (TriggerFact | undefined)[],
  { consumes }: Permissions,
): readonly TriggerFact[] | undefined {
  const understood = triggers.filter((trigger) => trigger !== undefined);
  const queues = understood.flatMap((trigger) => ('queue' in trigger ? [`queues.${trigger.queue}`] : []));
  const isWhole = understood.length === triggers.length && equal(queues.sort(), [...consumes].sort());
  return isWhole ? inOrder(understood) : undefined;
}

const events = { 'Object Created': 'created', 'Object Deleted': 'deleted' } as const;

/** Reads an event pattern: the bucket as the artifact refers to it, and the rest in the model's words. */
export function readPattern(
  pattern: unknown,
  text: (value: unknown) => string | undefined,
): { readonly bucket: unknown; readonly on: ('created' | 'deleted')[]; readonly prefix?: string } | undefined {
  if (!isObject(pattern) || !isObject(pattern['detail']) || !Array.isArray(pattern['detail-type'])) return undefined;
  const { bucket, object } = pattern['detail'] as Record<string, { name?: unknown[]; key?: { prefix?: unknown }[] }>;
  const name = bucket?.name?.[0];
  const types = pattern['detail-type'] as (keyof typeof events)[];
  const raw = object?.key?.[0]?.prefix;
  const right = {
    source: ['aws.s3'],
    'detail-type': types,
    detail: { bucket: { name: [name] }, ...(object !== undefined && { object: { key: [{ prefix: raw }] } }) },
  };
  const on = types.map((type) => (typeof type === 'string' && Object.hasOwn(events, type) ? events[type] : undefined));
  const prefix = object === undefined ? null : text(raw);
  if (!equal(pattern, right) || name === undefined || prefix === undefined || prefix === '') return undefined;
  if (!on.every((one) => one !== undefined) || on.length === 0 || new Set(on).size < on.length) return undefined;
  return { bucket: name, on: on.sort(), ...(prefix !== null && { prefix }) };
}
