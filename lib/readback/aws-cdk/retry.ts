import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import type { Permissions } from '../aws/grant';
import { elementAt, said, unsaid, type Retrying } from '../aws/trigger';
import { equal, type Resource } from '../resource';
import { lookupIn, ref } from './reference';

/** What hands events over to a function, and doesn't wait for it. */
const asynchronous = ['AWS::Scheduler::Schedule', 'AWS::SNS::Subscription', 'AWS::Events::Rule'];

/** What is said, on its alias, of events for which a function fails. */
export function readRetry(
  handler: Resource,
  alias: Resource,
  permissions: Permissions,
  artefact: Artefact,
): Retrying | undefined {
  const id = alias.owner as ElementId;
  const config = artefact.part(id, 'AWS::Lambda::EventInvokeConfig');
  if (!config)
    return unsaid(
      permissions,
      asynchronous.flatMap((type) => artefact.parts(id, type)),
    );
  config.fixed(['DependsOn'], [alias.address]);
  config.fixed(['Properties', 'FunctionName'], ref(handler));
  config.fixed(['Properties', 'Qualifier'], 'live');
  const attempts = config.number(['Properties', 'MaximumRetryAttempts']);
  const age = config.number(['Properties', 'MaximumEventAgeInSeconds']);
  const queue = config.as(['Properties', 'DestinationConfig'], (value) => readDestination(value, config, artefact));
  return said(attempts, age, queue, permissions);
}

/** The queue to which what failed for good is sent; null without one. */
function readDestination(value: unknown, config: Resource, artefact: Artefact) {
  if (value === undefined) return null;
  const arn = config.at(['Properties', 'DestinationConfig', 'OnFailure', 'Destination']);
  const id = elementAt('queues', 'arn', arn, lookupIn(artefact));
  return id && equal(value, { OnFailure: { Destination: arn } }) ? { id, arn } : undefined;
}
