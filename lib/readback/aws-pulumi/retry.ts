import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import type { Permissions } from '../aws/grant';
import { elementAt, said, unsaid, type Retrying } from '../aws/trigger';
import { equal, type Resource } from '../resource';
import { lookupIn, to } from './reference';

/** What hands events over to a function, and doesn't wait for it. */
const asynchronous = [
  'aws:scheduler/schedule:Schedule',
  'aws:sns/topicSubscription:TopicSubscription',
  'aws:cloudwatch/eventRule:EventRule',
];

/** What is said, on its alias, of events for which a function fails. */
export function readRetry(
  handler: Resource,
  alias: Resource,
  permissions: Permissions,
  artefact: Artefact,
): Retrying | undefined {
  const id = alias.owner as ElementId;
  const config = artefact.part(id, 'aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig');
  if (!config)
    return unsaid(
      permissions,
      asynchronous.flatMap((type) => artefact.parts(id, type)),
    );
  config.fixed(['inputs', 'functionName'], to(handler, 'name'));
  config.fixed(['inputs', 'qualifier'], to(alias, 'name'));
  const attempts = config.number(['inputs', 'maximumRetryAttempts']);
  const age = config.number(['inputs', 'maximumEventAgeInSeconds']);
  const queue = config.as(['inputs', 'destinationConfig'], (value) => readDestination(value, config, artefact));
  return said(attempts, age, queue, permissions);
}

/** The queue to which what failed for good is sent; null without one. */
function readDestination(value: unknown, config: Resource, artefact: Artefact) {
  if (value === undefined) return null;
  const arn = config.at(['inputs', 'destinationConfig', 'onFailure', 'destination']);
  const id = elementAt('queues', 'arn', arn, lookupIn(artefact));
  return id && equal(value, { onFailure: { destination: arn } }) ? { id, arn } : undefined;
}
