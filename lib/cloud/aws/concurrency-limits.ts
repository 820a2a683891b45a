import type { ResolvedArchitecture } from '../../model/architecture';
import { basesIn, leastWorkers, type ColdStart } from '../../model/cold-start';
import type { Finding } from '../../model/problem';
import { reservedConcurrency } from './cold-start';

/** Concurrency that an account can't reserve or provision: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html */
const unreserved = 100;

/**
 * The warning about the account's concurrency, one for all functions, at the one that takes most of it. A new account
 * has a lower quota than 1,000, so any reserved or provisioned concurrency can fail there:
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html. A quota of 10, and the error, are in
 * https://github.com/aws-samples/alarm-context-tool/issues/2 and https://github.com/aws-samples/one-observability-demo/issues/278.
 */
export function concurrencyProblems({ functions }: ResolvedArchitecture): Finding[] {
  const takers = Object.entries(functions)
    .map(([name, { coldStart }]) => ({ name, coldStart, count: claimed(coldStart) }))
    .sort((a, b) => b.count - a.count);
  const total = takers.reduce((sum, { count }) => sum + count, 0);
  const [largest] = takers;
  if (!largest || total === 0) return [];
  return [
    {
      severity: 'warning',
      path: ['functions', largest.name, 'coldStart', basesIn(largest.coldStart)[0] ?? 'scheduled'],
      message:
        `functions take ${total} of the account's concurrent executions for themselves on aws, ` +
        `and Lambda keeps ${unreserved} for all others: deploying requires a quota of ${total + unreserved} or more`,
      hint:
        'by default it is 1000, in new accounts as low as 10; look up "Concurrent executions" in Service Quotas: ' +
        'aws service-quotas get-service-quota --service-code lambda --quota-code L-B99A9384',
    },
  ];
}

/**
 * The concurrency that no other function can use, even while it is idle: what is reserved, which includes what is
 * provisioned, or else what is provisioned: https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
 */
const claimed = (coldStart: ColdStart): number =>
  reservedConcurrency(coldStart) ??
  Math.max(leastWorkers(coldStart), ...(coldStart.scheduled ?? []).map(({ min }) => min));
