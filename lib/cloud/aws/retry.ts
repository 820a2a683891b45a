import { elementId } from '../../model/name';
import { isAsynchronous, type Retry, type Triggers } from '../../model/trigger';
import { part, type PlanText } from '../part';
import type { AwsStatement } from './grant';

/** What Lambda does with events for which a function fails: said on the alias. */
export interface AwsRetryPlan {
  readonly attempts: number;
  readonly ageSeconds: number;
  /** The queue that gets what failed for good. */
  readonly deadLetter?: PlanText;
}

/** How a service that hands events over to Lambda tries that again. */
export type AwsHandover = AwsRetryPlan;

/** What Lambda does where nobody says anything: https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html */
const byItself: Retry = { maxRetries: 2, maxAgeSeconds: 21_600 };

/**
 * What becomes of events for which a function fails; undefined where nothing hands it any and nobody wants it
 * otherwise than Lambda does it by itself.
 */
export function planRetry(triggers: Triggers, retry: Retry): AwsRetryPlan | undefined {
  const { maxRetries, maxAgeSeconds, deadLetter } = retry;
  const isDefault =
    maxRetries === byItself.maxRetries && maxAgeSeconds === byItself.maxAgeSeconds && deadLetter === undefined;
  return isDefault && !triggers.some(isAsynchronous) ? undefined : planHandover(retry);
}

/** Tries as often, and for as long, as the function's own code is tried again. */
export const planHandover = ({ maxRetries, maxAgeSeconds, deadLetter }: Retry): AwsHandover => ({
  attempts: maxRetries,
  ageSeconds: maxAgeSeconds,
  ...(deadLetter !== undefined && { deadLetter: queueOf(deadLetter) }),
});

/** A queue's ARN. */
export const queueOf = (name: string): PlanText => [part(elementId('queues', name), 'queue', 'arn')];

/** What a role may do that sends to a queue what failed for good; nothing without such a queue. */
export const sendDeadLetters = ({ deadLetter }: Retry): AwsStatement[] =>
  deadLetter === undefined
    ? []
    : [{ sid: 'SendDeadLetters', actions: ['sqs:SendMessage'], resources: [queueOf(deadLetter)] }];
