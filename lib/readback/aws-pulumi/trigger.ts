import type { TriggerFact } from '../../facts/trigger';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import type { Permissions } from '../aws/grant';
import { nameAt, readMaximum, readPattern, triggersOf, type Retrying } from '../aws/trigger';
import { parseJson } from '../json';
import { type Pointer } from '../made';
import { equal, to, type Resource } from '../resource';
import { lookupIn } from './reference';
import { readHandover, readNumberedName, readSchedules, scheduleRole } from './schedule';

const eventSource = 'aws:lambda/eventSourceMapping:EventSourceMapping';
const rule = 'aws:cloudwatch/eventRule:EventRule';

/** Reads the triggers of a function. */
export function readTriggers(
  alias: Resource,
  permissions: Permissions,
  retrying: Retrying | undefined,
  artefact: Artefact,
): readonly TriggerFact[] | undefined {
  const parts = (type: string) => artefact.parts(alias.owner!, type);
  return triggersOf(
    [
      ...readSchedules(alias, retrying, artefact),
      ...parts(eventSource).map((mapping) => readEventSource(mapping, alias, artefact)),
      ...parts('aws:sns/topicSubscription:TopicSubscription').map((one) =>
        readSubscription(one, alias, retrying, artefact),
      ),
      ...parts(rule).map((one) => readRule(one, alias, retrying, artefact)),
    ],
    permissions,
  );
}

/** The resources of a function's triggers that have tags. */
export const taggedTriggers = (id: ElementId, artefact: Artefact): readonly (Resource | undefined)[] => [
  scheduleRole(id, artefact),
  ...artefact.parts(id, eventSource),
  ...artefact.parts(id, rule),
];

function readEventSource(mapping: Resource, alias: Resource, artefact: Artefact): TriggerFact | undefined {
  mapping.fixed(['inputs', 'functionName'], to(alias, 'arn'));
  mapping.fixed(['inputs', 'functionResponseTypes'], ['ReportBatchItemFailures']);
  const batchSize = mapping.number(['inputs', 'batchSize']);
  // Lambda requires a batching window for more than ten messages.
  if (batchSize !== undefined && batchSize > 10) mapping.fixed(['inputs', 'maximumBatchingWindowInSeconds'], 1);
  const queue = mapping.as(['inputs', 'eventSourceArn'], (arn) =>
    nameAt('queues', 'arn', arn, lookupIn(artefact), artefact),
  );
  const maximum = readMaximum(mapping, ['inputs', 'scalingConfig'], 'maximumConcurrency');
  return queue !== undefined && batchSize !== undefined && maximum ? { queue, batchSize, ...maximum } : undefined;
}

function readSubscription(
  subscription: Resource,
  alias: Resource,
  retrying: Retrying | undefined,
  artefact: Artefact,
): TriggerFact | undefined {
  subscription.fixed(['inputs', 'protocol'], 'lambda');
  subscription.fixed(['inputs', 'endpoint'], to(alias, 'arn'));
  const permission = permissionOf(subscription.at(['inputs', 'topic']) as Pointer, alias, artefact);
  subscription.fixed(['options', 'dependsOn'], permission && [permission.address]);
  const { deadLetter } = retrying ?? {};
  if (deadLetter !== undefined)
    subscription.as(
      ['inputs', 'redrivePolicy'],
      (policy) => equal(parseJson(policy), { deadLetterTargetArn: deadLetter }) || undefined,
    );
  const isRedriven = (subscription.at(['inputs', 'redrivePolicy']) === undefined) === (deadLetter === undefined);
  const topic = subscription.as(['inputs', 'topic'], (arn) =>
    nameAt('topics', 'arn', arn, lookupIn(artefact), artefact),
  );
  return topic !== undefined && permission && isRedriven ? { topic } : undefined;
}

function readRule(
  one: Resource,
  alias: Resource,
  retrying: Retrying | undefined,
  artefact: Artefact,
): TriggerFact | undefined {
  const permission = permissionOf(to(one, 'arn'), alias, artefact);
  readNumberedName(one, one.local, artefact);
  const [target] = artefact
    .pointingAt('aws:cloudwatch/eventTarget:EventTarget', ['inputs', 'rule'], to(one, 'name'))
    .filter(({ owner }) => owner === one.owner);
  target?.fixed(['options', 'dependsOn'], permission && [permission.address]);
  target?.fixed(['inputs', 'rule'], to(one, 'name'));
  target?.fixed(['inputs', 'targetId'], 'function');
  target?.fixed(['inputs', 'arn'], to(alias, 'arn'));
  if (target) readHandover(target, ['inputs'], retrying);
  const said = one.as(['inputs', 'eventPattern'], (pattern) => readEvents(pattern, artefact));
  return target && permission && said;
}

/** Reads the bucket events that a pattern matches. */
export function readEvents(pattern: unknown, artefact: Artefact): (TriggerFact & { bucket: string }) | undefined {
  const asText = (text: unknown) => (typeof text === 'string' ? text : undefined);
  const { bucket, ...said } = readPattern(parseJson(pattern), asText) ?? {};
  const name = nameAt('buckets', 'name', bucket, lookupIn(artefact), artefact);
  return name === undefined || !('on' in said) ? undefined : { bucket: name, ...said };
}

/** The one permission with which a source invokes a function. */
function permissionOf(source: Pointer, alias: Resource, artefact: Artefact): Resource | undefined {
  const [permission, ...others] = artefact
    .pointingAt('aws:lambda/permission:Permission', ['inputs', 'sourceArn'], source)
    .filter(({ owner }) => owner === alias.owner);
  return others.length === 0 ? permission : undefined;
}
