import type { ResolvedArchitecture } from '../../model/architecture';
import { mostWorkersEver } from '../../model/cold-start';
import type { ResolvedFunction } from '../../model/function';
import type { Finding } from '../../model/problem';
import { deliveryAttempts } from './approximation';

/**
 * Deliveries over more than half an hour: the delays between them double from 10 seconds up to 10 minutes.
 * https://cloud.google.com/pubsub/docs/handling-failures
 */
const enough = 10;

/** Requests at the same time below which a burst of messages is likely to find every instance busy. */
const few = 10;

/**
 * Warns of good messages that may become dead letters. Where all instances are busy, Cloud Run answers 429, and Pub/Sub
 * counts that as a failed delivery: https://docs.cloud.google.com/run/docs/configuring/max-instances-limits,
 * https://cloud.google.com/pubsub/docs/push#receive_push
 */
export const deliveryWarnings = ({ functions, queues }: ResolvedArchitecture): Finding[] =>
  Object.entries(functions)
    .map(([name, spec]) => ({ name, spec, most: requestsAtOnce(spec) }))
    .filter(({ most }) => most < few)
    .flatMap(({ name, spec, most }) => [
      ...spec.triggers.flatMap((trigger) => {
        const attempts = 'queue' in trigger ? queues[trigger.queue]?.maxDeliveryAttempts : undefined;
        return attempts === undefined || attempts >= enough
          ? []
          : [
              warning(
                ['queues', (trigger as { readonly queue: string }).queue, 'maxDeliveryAttempts'],
                deliveryAttempts(attempts),
                `functions.${name}`,
                most,
                `set it to ${enough} or more, or raise \`coldStart\` max or \`concurrencyPerInstance\` of the function`,
              ),
            ];
      }),
      ...(spec.retry.deadLetter !== undefined && spec.triggers.some((one) => 'topic' in one || 'bucket' in one)
        ? [
            warning(
              ['functions', name, 'retry', 'deadLetter'],
              deliveryAttempts(spec.retry.maxRetries + 1),
              'the function',
              most,
              'raise `coldStart` max or `concurrencyPerInstance`, or send the events to a queue with more attempts',
            ),
          ]
        : []),
    ]);

/** The requests that a function's instances serve at the same time; infinite without a maximum in the model. */
const requestsAtOnce = ({ coldStart, concurrencyPerInstance }: ResolvedFunction): number =>
  (coldStart.provisioned === undefined ? (mostWorkersEver(coldStart) ?? Infinity) : Infinity) * concurrencyPerInstance;

const warning = (path: Finding['path'], attempts: number, what: string, most: number, hint: string): Finding => ({
  severity: 'warning',
  path,
  message: `on gcp, messages may become dead letters after ${attempts} deliveries while ${what} is busy: it serves at most ${most} at the same time`,
  hint,
});
