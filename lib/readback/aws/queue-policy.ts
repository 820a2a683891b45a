import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { equal, type Path, type Resource } from '../resource';
import { listStatements, permissionsOf } from '../statement';

/** A service that sends undeliverable events of one resource to a queue. */
export interface Sender {
  readonly service: 'events.amazonaws.com' | 'sns.amazonaws.com';
  readonly source: unknown;
  /** The element whose events those are; undefined if it isn't one of the architecture. */
  readonly by: ElementId | undefined;
}

/** A policy of a queue: the resource with it, and the path to it. */
interface QueuePolicy {
  readonly resource: Resource;
  readonly path: Path;
}

/**
 * Reads the elements whose events may be sent to a queue. A statement for anything else is unrecognized, each of its
 * senders apart.
 * @returns undefined if it isn't a policy, or if it lacks a sender
 */
export function readSenders(
  { resource, path }: QueuePolicy,
  queue: unknown,
  senders: readonly Sender[],
  artefact: Artefact,
): ElementId[] | undefined {
  const list = listStatements(resource.at(path));
  if (!list) return undefined;
  const needed = senders.map(({ service, source, by }) => {
    const statement = {
      Effect: 'Allow',
      Principal: { Service: service },
      Action: 'sqs:SendMessage',
      Resource: queue,
      Condition: { ArnEquals: { 'aws:SourceArn': source } },
    };
    return { by, statement, found: list.find((one) => equal(one, statement)) };
  });
  // Another sender's statement may stand there twice, or not at all.
  const used = new Set(needed.map(({ by, found }) => (by === undefined ? undefined : found)));
  const others = list.filter((one) => !used.has(one));
  resource.except(
    path,
    others.flatMap((one) => permissionsOf(one, { at: queue }, artefact)),
  );
  const isWhole = needed.every(({ by, found }) => by === undefined || found !== undefined);
  return isWhole ? [...new Set(needed.flatMap(({ by }) => by ?? []))].sort() : undefined;
}
