import type { ElementId } from '../../model/name';
import { equal, isObject } from '../resource';

/** A service that sends undeliverable events of one resource to a queue. */
export interface Sender {
  readonly service: 'events.amazonaws.com' | 'sns.amazonaws.com';
  readonly source: unknown;
  /** The element whose events those are. */
  readonly by: ElementId | undefined;
}

/** Reads the elements whose events may be sent to a queue; undefined unless the policy allows exactly these senders. */
export function readSenders(policy: unknown, queue: unknown, senders: readonly Sender[]): ElementId[] | undefined {
  const { Version: version, Statement: statements, ...others } = isObject(policy) ? policy : {};
  const needed = senders.map(({ service, source }) => ({
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sqs:SendMessage',
    Resource: queue,
    Condition: { ArnEquals: { 'aws:SourceArn': source } },
  }));
  // Two functions may subscribe to one topic.
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
