import type { ResolvedArchitecture } from '../../model/architecture';
import { basesIn } from '../../model/cold-start';
import type { Finding } from '../../model/problem';
import { reservedConcurrency } from './cold-start';
import { leastConcurrency } from './trigger';

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const recommendedAttempts = 5;

/**
 * Warnings about queues whose consumer has a maximum of workers. A message that Lambda receives and then throttles
 * counts as delivered, so it can reach the dead-letter queue without a call of the code.
 */
export const consumerProblems = ({ functions, queues }: ResolvedArchitecture): Finding[] =>
  Object.entries(functions).flatMap(([name, { coldStart, triggers }]): Finding[] => {
    const reserved = reservedConcurrency(coldStart);
    const consumed = triggers.flatMap((trigger) => ('queue' in trigger ? [trigger.queue] : []));
    if (reserved === undefined || consumed.length === 0) return [];
    return [
      ...(reserved < leastConcurrency
        ? [
            {
              severity: 'warning' as const,
              path: ['functions', name, 'coldStart', basesIn(coldStart)[0] ?? 'scheduled', 'max'],
              message: `should be ${leastConcurrency} or more on aws where a queue is among the triggers, got ${reserved}`,
              hint: `an event source of Lambda hands over messages for ${leastConcurrency} workers at least; with fewer, messages are throttled and can become dead letters`,
            },
          ]
        : []),
      ...sharingProblem(name, reserved, new Set(consumed).size),
      ...consumed.flatMap((queue) => {
        const attempts = queues[queue]?.maxDeliveryAttempts ?? recommendedAttempts;
        if (attempts >= recommendedAttempts) return [];
        return [
          {
            severity: 'warning' as const,
            path: ['queues', queue, 'maxDeliveryAttempts'],
            message: `should be ${recommendedAttempts} or more on aws where the consumer has a maximum of workers, got ${attempts}`,
            hint: "AWS's recommendation: a message that is throttled counts as delivered",
          },
        ];
      }),
    ];
  });

/**
 * A warning about queues that share a consumer, since each event source has the whole maximum. AWS requires a reserve of
 * their sum: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
function sharingProblem(name: string, reserved: number, queues: number): Finding[] {
  if (queues < 2) return [];
  const most = queues * Math.max(leastConcurrency, reserved);
  return [
    {
      severity: 'warning',
      path: ['functions', name, 'triggers'],
      message: `hand over messages of ${queues} queues for up to ${most} workers at a time on aws, and the function has ${reserved}`,
      hint: 'a message for which no worker is free counts as delivered, so it can become a dead letter: give each queue a function of its own',
    },
  ];
}
