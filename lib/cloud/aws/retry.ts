import { elementId } from '../../model/name';
import { isAsynchronous, type Retry, type Triggers } from '../../model/trigger';
import { part, type PlanText } from '../part';
import type { AwsStatement } from './grant';

/** The alias's settings for failed asynchronous invocations. */
export interface AwsRetryPlan {
  readonly attempts: number;
  readonly ageSeconds: number;
  /** The queue for permanently failed events. */
  readonly deadLetter?: PlanText;
}

/** The retries of a service that delivers events to Lambda. */
export type AwsHandover = AwsRetryPlan;

/** Lambda's defaults: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const byItself: Retry = { maxRetries: 2, maxAgeSeconds: 21_600 };

/**
 * The handling of failed asynchronous invocations; undefined if the function has no asynchronous triggers and uses
 * Lambda's defaults.
 */
export function planRetry(triggers: Triggers, retry: Retry): AwsRetryPlan | undefined {
  const { maxRetries, maxAgeSeconds, deadLetter } = retry;
  const isDefault =
    maxRetries === byItself.maxRetries && maxAgeSeconds === byItself.maxAgeSeconds && deadLetter === undefined;
  return isDefault && !triggers.some(isAsynchronous) ? undefined : planHandover(retry);
}

/** Retries with the number and the maximum age of the function's own retries. */
export const planHandover = ({ maxRetries, maxAgeSeconds, deadLetter }: Retry): AwsHandover => ({
  attempts: maxRetries,
  ageSeconds: maxAgeSeconds,
  ...(deadLetter !== undefined && { deadLetter: queueOf(deadLetter) }),
});

/** A queue's ARN. */
export const queueOf = (name: string): PlanText => [part(elementId('queues', name), 'queue', 'arn')];

/** The permission to send permanently failed events to a dead-letter queue; empty without one. */
export const sendDeadLetters = ({ deadLetter }: Retry): AwsStatement[] =>
  deadLetter === undefined
    ? []
    : [{ sid: 'SendDeadLetters', actions: ['sqs:SendMessage'], resources: [queueOf(deadLetter)] }];
