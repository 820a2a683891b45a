import type { ColdStart } from '../model/cold-start';
import type { ResolvedFunction } from '../model/function';
import type { ResolvedService } from '../model/service';
import { on, type Rule } from './rule';

/**
 * The most instances of a Cloud Function where nobody asked Google for more, and how many there may be where nothing is
 * written: https://cloud.google.com/functions/docs/configuring/max-instances
 */
export const cloudFunctionsMost = 100;

/** The bounds between which instances come and go on GCP; undefined where there is no more than a minimum. */
export function cloudBounds({ dynamic, utilization }: ColdStart): { min: number; max: number } | undefined {
  const { min, max } = dynamic ?? utilization ?? {};
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** What `dynamic` and `utilization` ask of a Cloud Function, which has fewer instances than the model may name. */
export const cloudFunctionWorkers = (workers: number): number => Math.min(workers, cloudFunctionsMost);

/** Requests a minute and container at which a service with `dynamic` gets another one: 80 at once, of a second each. */
export const requestsPerMinute = 80 * 60;

const ownTarget = 'the minimum and the maximum; between them the platform adds instances at a utilization of 0.6';
const fixedTarget = 'no binding can set the utilization at which Cloud Run adds instances';

export const functionColdStartRules: readonly Rule<ResolvedFunction>[] = [
  {
    path: 'functions.coldStart.dynamic',
    value: 'without max',
    on: on('gcp'),
    is: 'approximated',
    becomes: `${cloudFunctionsMost} instances at the most, as without it`,
    reason: 'Cloud Functions bounds every function',
    applies: ({ element: { coldStart } }) => coldStart.dynamic !== undefined && coldStart.dynamic.max === undefined,
  },
  {
    path: 'functions.coldStart.dynamic',
    value: `above ${cloudFunctionsMost}`,
    on: on('gcp'),
    is: 'approximated',
    becomes: `${cloudFunctionsMost}`,
    reason: `Cloud Functions runs ${cloudFunctionsMost} instances of a function at the most, unless Google is asked`,
    applies: ({ element: { coldStart } }) =>
      Math.max(coldStart.dynamic?.min ?? 0, coldStart.dynamic?.max ?? 0) > cloudFunctionsMost,
  },
  {
    path: 'functions.coldStart.utilization',
    on: on('gcp'),
    is: 'approximated',
    becomes: ownTarget,
    reason: fixedTarget,
    applies: ({ element: { coldStart } }) => coldStart.utilization !== undefined,
  },
];

export const serviceColdStartRules: readonly Rule<ResolvedService>[] = [
  {
    path: 'services.coldStart.dynamic',
    value: 'without ingress',
    on: on('aws'),
    is: 'refused',
    reason: 'a load balancer counts the requests by which ECS scales, and none reaches a service with `ingress: none`',
    hint: 'use utilization, or provisioned',
    applies: ({ element }) => element.coldStart.dynamic !== undefined && element.ingress === 'none',
  },
  {
    path: 'services.coldStart.dynamic',
    value: 'with ingress',
    on: on('aws'),
    is: 'approximated',
    becomes: `another container at ${requestsPerMinute} requests a minute for each: 80 at once, of a second each`,
    reason: 'ECS scales by how many requests begin, not by how many are being served',
    applies: ({ element }) => element.coldStart.dynamic !== undefined && element.ingress !== 'none',
  },
  {
    path: 'services.coldStart.utilization',
    on: on('gcp'),
    is: 'approximated',
    becomes: ownTarget,
    reason: fixedTarget,
    applies: ({ element: { coldStart } }) => coldStart.utilization !== undefined,
  },
];
