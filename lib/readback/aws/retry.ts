import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { equal, type Resource } from '../resource';
import type { Dialect } from './dialect';
import { spell } from '../spell';
import type { Permissions } from './grant';
import { elementAt, said, unsaid, type Retrying } from './trigger';

/** Reads the retries of asynchronous events, which are configured on the function's alias. */
export function readRetry(
  handler: Resource,
  alias: Resource,
  permissions: Permissions,
  dialect: Dialect,
  artefact: Artefact,
): Retrying | undefined {
  const { types, path } = dialect;
  const id = alias.owner as ElementId;
  const config = artefact.part(id, types.retry);
  if (!config) {
    const asynchronous = [types.schedule, types.subscription, types.eventRule];
    return unsaid(
      permissions,
      asynchronous.flatMap((type) => artefact.parts(id, type)),
    );
  }
  config.fixed(path('FunctionName'), dialect.to(handler, 'Ref'));
  dialect.isForAlias(config, alias);
  const attempts = config.number(path('MaximumRetryAttempts'));
  const age = config.number(path('MaximumEventAgeInSeconds'));
  const queue = config.as(path('DestinationConfig'), (value) => readDestination(value, config, dialect, artefact));
  return said(attempts, age, queue, permissions);
}

/** Reads the queue that gets events after the last retry; null without one. */
function readDestination(value: unknown, config: Resource, dialect: Dialect, artefact: Artefact) {
  if (value === undefined) return null;
  const arn = config.at(dialect.path('DestinationConfig', 'OnFailure', 'Destination'));
  const id = elementAt('queues', 'arn', arn, dialect.lookupIn(artefact), artefact);
  return id && equal(value, spell(dialect, { OnFailure: { Destination: arn } })) ? { id, arn } : undefined;
}
