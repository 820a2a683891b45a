import type { ResolvedFunction } from '../model/function';
import type { ResolvedService } from '../model/service';
import type { Target } from '../model/target';
import { on, stays, type Rule } from './rule';
import { functionWindowRules, restated, serviceWindowRules, type Of, type Warmable } from './window';
import { cloudFunctionBounds, cloudRunMost, requestsPerMinute } from './workers';

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

/** The rule for utilization on targets of Google Cloud that can't set a target. */
const utilizationRule = (
  kind: 'functions' | 'services',
  targets: readonly Target[],
  reason: string,
): Rule<Warmable> => ({
  path: `${kind}.coldStart.utilization`,
  on: targets,
  is: 'approximated',
  becomes: {
    text: 'min and max instances; Cloud Run adds instances at 60% of their CPU or concurrency',
    value: ({ element: { coldStart } }) => {
      const { min, max } = coldStart.utilization!;
      return restated(coldStart, { utilization: undefined, dynamic: { min, max } });
    },
  },
  reason,
  applies: ({ element: { coldStart } }) => coldStart.utilization !== undefined,
});

export const functionColdStartRules: readonly Rule<ResolvedFunction>[] = [
  warmingRule('functions'),
  ...functionWindowRules,
  {
    path: 'functions.coldStart.dynamic',
    value: 'without max',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: `at most ${cloudRunMost} instances, or the highest min if that is larger`,
      value: ({ element: { coldStart } }) => restated(coldStart, { dynamic: cloudFunctionBounds(coldStart) }),
    },
    reason: `every Cloud Function has a maximum, by default ${cloudRunMost}`,
    applies: ({ element: { coldStart } }) => coldStart.dynamic !== undefined && coldStart.dynamic.max === undefined,
  },
  {
    path: 'functions.coldStart.provisioned',
    value: `${cloudRunMost} or more`,
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'that many instances, and no more at a higher load', value: stays },
    reason: `every Cloud Function has a maximum, by default ${cloudRunMost}; \`dynamic\` sets a higher one`,
    applies: ({ element: { coldStart } }) => (coldStart.provisioned ?? 0) >= cloudRunMost,
  },
  utilizationRule('functions', on('gcp'), 'Cloud Functions has no setting for the target utilization'),
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
    value: 'without requestsPerMinute',
    on: on('aws'),
    is: 'approximated',
    becomes: {
      text: 'scaling at 60 times `requestsPerInstance` requests per minute per container, the rate of that many concurrent one-second requests',
      value: ({ element }) => ({ requestsPerMinute: requestsPerMinute(element) }),
    },
    reason: 'ECS scales by the request rate, not by concurrency',
    applies: ({ element }) =>
      isDynamic(element) && element.ingress !== 'none' && element.requestsPerMinute === undefined,
  },
  utilizationRule(
    'services',
    ['gcp-cdktf'],
    "Google's provider 6.50, which CDKTF's bindings are generated from, has no scaling controls",
  ),
];
