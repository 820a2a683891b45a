import type { TriggerFact } from '../../facts/trigger';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import type { Permissions } from '../aws/grant';
import { nameAt, readMaximum, readPattern, triggersOf, type Retrying } from '../aws/trigger';
import { plainText } from '../places';
import type { Pointer } from '../made';
import type { Resource } from '../resource';
import { getAtt, lookupIn, ref } from './reference';
import { readHandover, readSchedules, scheduleRole } from './schedule';

const eventSource = 'AWS::Lambda::EventSourceMapping';
const rule = 'AWS::Events::Rule';

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
      ...parts('AWS::SNS::Subscription').map((one) => readSubscription(one, alias, retrying, artefact)),
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
  mapping.fixed(['Properties', 'FunctionName'], ref(alias));
  mapping.fixed(['Properties', 'FunctionResponseTypes'], ['ReportBatchItemFailures']);
  const batchSize = mapping.number(['Properties', 'BatchSize']);
  // Lambda requires a batching window for more than ten messages.
  if (batchSize !== undefined && batchSize > 10) mapping.fixed(['Properties', 'MaximumBatchingWindowInSeconds'], 1);
  const queue = mapping.as(['Properties', 'EventSourceArn'], (arn) =>
    nameAt('queues', 'arn', arn, lookupIn(artefact), artefact),
  );
  const maximum = readMaximum(mapping, ['Properties', 'ScalingConfig'], 'MaximumConcurrency');
  return queue !== undefined && batchSize !== undefined && maximum ? { queue, batchSize, ...maximum } : undefined;
}

function readSubscription(
  subscription: Resource,
  alias: Resource,
  retrying: Retrying | undefined,
  artefact: Artefact,
): TriggerFact | undefined {
  const topicArn = subscription.at(['Properties', 'TopicArn']);
  subscription.fixed(['Properties', 'Protocol'], 'lambda');
  subscription.fixed(['Properties', 'Endpoint'], ref(alias));
  const permission = permissionOf(topicArn as Pointer, alias, artefact);
  subscription.fixed(['DependsOn'], permission && [permission.address]);
  const { deadLetter } = retrying ?? {};
  if (deadLetter !== undefined)
    subscription.fixed(['Properties', 'RedrivePolicy'], { deadLetterTargetArn: deadLetter });
  const topic = subscription.as(['Properties', 'TopicArn'], (arn) =>
    nameAt('topics', 'arn', arn, lookupIn(artefact), artefact),
  );
  return topic !== undefined && permission ? { topic } : undefined;
}

function readRule(
  one: Resource,
  alias: Resource,
  retrying: Retrying | undefined,
  artefact: Artefact,
): TriggerFact | undefined {
  const target = ['Properties', 'Targets', '0'];
  one.fixed([...target, 'Id'], 'function');
  one.fixed([...target, 'Arn'], ref(alias));
  readHandover(one, target, retrying);
  const said = one.as(['Properties', 'EventPattern'], (pattern) => readEvents(pattern, artefact));
  return permissionOf(getAtt(one, 'Arn'), alias, artefact) && said;
}

/** Reads the bucket events that a pattern matches. */
export function readEvents(pattern: unknown, artefact: Artefact): (TriggerFact & { bucket: string }) | undefined {
  const { bucket, ...said } = readPattern(pattern, (text) => plainText(text, artefact.places)) ?? {};
  const name = nameAt('buckets', 'name', bucket, lookupIn(artefact), artefact);
  return name === undefined || !('on' in said) ? undefined : { bucket: name, ...said };
}

/** The one permission with which a source invokes a function. */
function permissionOf(source: Pointer, alias: Resource, artefact: Artefact): Resource | undefined {
  const [permission, ...others] = artefact
    .pointingAt('AWS::Lambda::Permission', ['Properties', 'SourceArn'], source)
    .filter(({ owner }) => owner === alias.owner);
  return others.length === 0 ? permission : undefined;
}
