import type { ElementId } from '../../model/name';
import { equal, isObject } from '../resource';

/** A service that sends to a queue what it couldn't hand over, for one resource alone. */
export interface Sender {
  readonly service: 'events.amazonaws.com' | 'sns.amazonaws.com';
  readonly source: unknown;
  /** The element whose events it couldn't hand over. */
  readonly by: ElementId | undefined;
}

/** The elements of which just these senders may send to a queue, if that is what a policy says. */
export function readSenders(policy: unknown, queue: unknown, senders: readonly Sender[]): ElementId[] | undefined {
  const { Version: version, Statement: statements, ...others } = isObject(policy) ? policy : {};
  const needed = senders.map(({ service, source }) => ({
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sqs:SendMessage',
    Resource: queue,
    Condition: { ArnEquals: { 'aws:SourceArn': source } },
  }));
  // Two functions may listen to one topic.
  const right = needed.filter((one, index) => needed.findIndex((other) => equal(one, other)) === index);
  const isRight =
    version === '2012-10-17' &&
    Object.keys(others).length === 0 &&
    Array.isArray(statements) &&
    statements.length === right.length &&
    right.every((one) => statements.some((statement) => equal(statement, one)));
  const elements = [...new Set(senders.map(({ by }) => by))];
  return isRight && elements.every((one) => one !== undefined) ? elements.sort() : undefined;
}
