import type { ResolvedFunction } from '../model/function';
import type { ResolvedService } from '../model/service';
import { on, stays, type Rule } from './rule';
import {
  aboveQuota,
  atMost,
  functionWindowRules,
  restated,
  serviceWindowRules,
  type Of,
  type Warmable,
} from './window';
import { cloudFunctionsMost, cloudFunctionWorkers, requestsPerMinute } from './workers';

const isWarmed: Of<boolean> = ({ element: { coldStart } }) => coldStart.warming !== undefined;
/** The rule for warming on Google Cloud: sequential requests reach the same instance, which is idle again each time. */
const warmingRule = (kind: 'functions' | 'services'): Rule<Warmable> => ({
  path: `${kind}.coldStart.warming`,
  on: on('gcp'),
  is: 'approximated',
  becomes: {
    text: 'periodic calls of `/warm`, which keep one instance warm regardless of `instances`',
    value: ({ element: { coldStart } }) =>
      restated(coldStart, { warming: { ...coldStart.warming, instances: undefined } }),
  },
  reason: 'a Cloud Scheduler job makes one call at a time, and an idle instance answers it',
  applies: isWarmed,
});

/** The rule for utilization on Google Cloud; `cap` is the number of instances for a number of workers. */
const utilizationRule = (
  kind: 'functions' | 'services',
  most: string,
  cap: (workers: number) => number,
): Rule<Warmable> => ({
  path: `${kind}.coldStart.utilization`,
  on: on('gcp'),
  is: 'approximated',
  becomes: {
    text: `min and max instances${most}; Cloud Run adds instances at 60% utilization`,
    value: ({ element: { coldStart } }) => {
      const { min, max } = coldStart.utilization!;
      return restated(coldStart, { utilization: undefined, dynamic: { min: cap(min), max: cap(max) } });
    },
  },
  reason: 'the target utilization of Cloud Run is fixed',
  applies: ({ element: { coldStart } }) => coldStart.utilization !== undefined,
});

const asIs = (workers: number): number => workers;

export const functionColdStartRules: readonly Rule<ResolvedFunction>[] = [
  warmingRule('functions'),
  ...functionWindowRules,
  {
    path: 'functions.coldStart.dynamic',
    value: 'without max',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: `at most ${cloudFunctionsMost} instances`, value: stays },
    reason: `every Cloud Function has a maximum, by default ${cloudFunctionsMost}`,
    applies: ({ element: { coldStart } }) => coldStart.dynamic !== undefined && coldStart.dynamic.max === undefined,
  },
  {
    ...aboveQuota,
    path: 'functions.coldStart.dynamic',
    becomes: {
      text: `at most ${cloudFunctionsMost} instances`,
      value: ({ element: { coldStart } }) => {
        const { min, max } = coldStart.dynamic!;
        return restated(coldStart, { dynamic: { min: cloudFunctionWorkers(min), max: atMost(max) } });
      },
    },
    applies: ({ element: { coldStart } }) =>
      Math.max(coldStart.dynamic?.min ?? 0, coldStart.dynamic?.max ?? 0) > cloudFunctionsMost,
  },
  utilizationRule('functions', ` (at most ${cloudFunctionsMost})`, cloudFunctionWorkers),
];

/** Tells whether a service scales by its requests. One with warming is refused on AWS, whatever its base is. */
const isDynamic = ({ coldStart: { dynamic, warming } }: ResolvedService): boolean =>
  dynamic !== undefined && warming === undefined;

export const serviceColdStartRules: readonly Rule<ResolvedService>[] = [
  warmingRule('services'),
  {
    path: 'services.coldStart.warming',
    on: on('aws'),
    is: 'refused',
    reason: "ECS tasks run continuously, so they don't go cold",
    hint: 'use provisioned',
    applies: isWarmed,
  },
  ...serviceWindowRules,
  {
    path: 'services.coldStart.dynamic',
    value: 'without ingress',
    on: on('aws'),
    is: 'refused',
    reason:
      'ECS scales by the requests that the load balancer counts, and a service with `ingress: none` receives none',
    hint: 'use utilization, or provisioned',
    applies: ({ element }) => isDynamic(element) && element.ingress === 'none',
  },
  {
    path: 'services.coldStart.dynamic',
    on: on('aws'),
    is: 'approximated',
    becomes: {
      text: `scaling at ${requestsPerMinute.toLocaleString('en-US')} requests per minute per container, the rate of 80 concurrent one-second requests`,
      value: stays,
    },
    reason: 'ECS scales by the request rate, not by concurrency',
    applies: ({ element }) => isDynamic(element) && element.ingress !== 'none',
  },
  utilizationRule('services', '', asIs),
];
