import { mostWorkersEver, mostWorkersOf, type ColdStart } from '../model/cold-start';
import type { ResolvedFunction } from '../model/function';
import type { ResolvedService } from '../model/service';
import { on, type Rule } from './rule';

/**
 * The most instances of a Cloud Function where nobody asked Google for more, and how many there may be where nothing is
 * written: https://cloud.google.com/functions/docs/configuring/max-instances
 */
export const cloudFunctionsMost = 100;

/** The bounds between which instances come and go on GCP; undefined where there is no more than a minimum. */
export function cloudBounds(coldStart: ColdStart): { min: number; max: number } | undefined {
  const { min } = coldStart.dynamic ?? coldStart.utilization ?? {};
  // No window has a maximum of its own there.
  const max = mostWorkersEver(coldStart);
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** What `dynamic` and `utilization` ask of a Cloud Function, which has fewer instances than the model may name. */
export const cloudFunctionWorkers = (workers: number): number => Math.min(workers, cloudFunctionsMost);

/** Requests a minute and container at which a service with `dynamic` gets another one: 80 at once, of a second each. */
export const requestsPerMinute = 80 * 60;

const ownTarget = 'the minimum and the maximum; between them the platform adds instances at a utilization of 0.6';
const fixedTarget = 'no binding can set the utilization at which Cloud Run adds instances';

const atEdges = {
  is: 'approximated',
  becomes:
    'scheduled actions: a window in which it is deployed first, or otherwise edited, holds from its next start on',
  reason: 'Application Auto Scaling changes bounds at the edges of a window alone',
} as const;

const atNextEdge = {
  is: 'approximated',
  becomes: 'what holds outside of windows from the next end of one on',
  reason: 'a deployment must not undo what a window has changed, so it leaves the bounds alone',
} as const;

const highest = {
  value: 'with max',
  on: on('gcp'),
  is: 'approximated',
  becomes: 'the highest max of all, at any time',
  reason: 'the jobs change the minimum alone',
  applies: ({ element: { coldStart } }: { readonly element: { readonly coldStart: ColdStart } }) =>
    coldStart.scheduled !== undefined && mostWorkersEver(coldStart) !== mostWorkersOf(coldStart),
} as const;

/** What Pulumi does where nobody has asked it to look first. */
const unseen = {
  value: 'deployed within a window',
  on: ['gcp-pulumi'],
  is: 'approximated',
  becomes: 'the minimum that Pulumi saw last, until the next start of one: `pulumi up --refresh` looks first',
  reason: 'Google takes an element as a whole, and Pulumi tells it what it knows',
  applies: ({ element: { coldStart } }: { readonly element: { readonly coldStart: ColdStart } }) =>
    coldStart.scheduled !== undefined,
} as const;

/** One call at a time finds one instance, and the next one finds the same, since it is the one that is idle. */
const onePing = {
  on: on('gcp'),
  is: 'approximated',
  becomes: 'a call of `/warm` every so often, which keeps one instance warm, however many are asked for',
  reason: 'a job of Cloud Scheduler makes one call at a time, and an instance that is idle takes it',
  applies: ({ element: { coldStart } }: { readonly element: { readonly coldStart: ColdStart } }) =>
    coldStart.warming !== undefined,
} as const;

export const functionColdStartRules: readonly Rule<ResolvedFunction>[] = [
  { path: 'functions.coldStart.warming', ...onePing },
  {
    path: 'functions.coldStart.scheduled',
    on: on('aws'),
    ...atEdges,
    applies: ({ element: { coldStart } }) => coldStart.scheduled !== undefined,
  },
  {
    path: 'functions.coldStart.scheduled',
    value: 'on a base with max',
    on: on('aws'),
    is: 'approximated',
    becomes: 'the highest max of all, at any time',
    reason: 'the concurrency that Lambda reserves is one number',
    applies: ({ element: { coldStart } }) =>
      coldStart.scheduled !== undefined && mostWorkersEver(coldStart) !== mostWorkersOf(coldStart),
  },
  {
    path: 'functions.coldStart.scheduled',
    value: 'on a base that is edited',
    on: ['aws-pulumi'],
    ...atNextEdge,
    applies: ({ element: { coldStart } }) => coldStart.scheduled !== undefined,
  },
  {
    path: 'functions.coldStart.scheduled',
    on: on('gcp'),
    is: 'approximated',
    becomes:
      'jobs that change the minimum, each with a new revision, at the edges of windows: one in which it is deployed first holds from its next start on, a base that is edited from the next end of one',
    reason: 'Cloud Functions knows no time, and a deployment must not undo what a job has changed',
    applies: ({ element: { coldStart } }) => coldStart.scheduled !== undefined,
  },
  {
    path: 'functions.coldStart.scheduled',
    value: `above ${cloudFunctionsMost}`,
    on: on('gcp'),
    is: 'approximated',
    becomes: `${cloudFunctionsMost}`,
    reason: `Cloud Functions runs ${cloudFunctionsMost} instances of a function at the most, unless Google is asked`,
    applies: ({ element: { coldStart } }) =>
      (coldStart.scheduled ?? []).some(({ min, max = 0 }) => Math.max(min, max) > cloudFunctionsMost),
  },
  { path: 'functions.coldStart.scheduled', ...highest },
  { path: 'functions.coldStart.scheduled', ...unseen },
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

/** Whether a service scales by its requests. One that is warmed is refused on AWS, whatever it scales by. */
const isDynamic = ({ coldStart: { dynamic, warming } }: ResolvedService): boolean =>
  dynamic !== undefined && warming === undefined;

export const serviceColdStartRules: readonly Rule<ResolvedService>[] = [
  { path: 'services.coldStart.warming', ...onePing },
  {
    path: 'services.coldStart.warming',
    on: on('aws'),
    is: 'refused',
    reason: "tasks don't go cold: they run whether they are called or not",
    hint: 'use provisioned',
    applies: ({ element: { coldStart } }) => coldStart.warming !== undefined,
  },
  {
    path: 'services.coldStart.scheduled',
    on: on('aws'),
    ...atEdges,
    applies: ({ element: { coldStart } }) => coldStart.scheduled !== undefined,
  },
  {
    path: 'services.coldStart.scheduled',
    value: 'on a base that is edited',
    on: ['aws-pulumi'],
    ...atNextEdge,
    applies: ({ element: { coldStart } }) => coldStart.scheduled !== undefined,
  },
  {
    path: 'services.coldStart.scheduled',
    on: on('gcp'),
    is: 'approximated',
    becomes:
      'jobs that change the minimum at the edges of windows: one in which it is deployed first holds from its next start on',
    reason: 'Cloud Run knows no time',
    applies: ({ element: { coldStart } }) => coldStart.scheduled !== undefined,
  },
  { path: 'services.coldStart.scheduled', ...highest },
  { path: 'services.coldStart.scheduled', ...unseen },
  {
    path: 'services.coldStart.dynamic',
    value: 'without ingress',
    on: on('aws'),
    is: 'refused',
    reason: 'a load balancer counts the requests by which ECS scales, and none reaches a service with `ingress: none`',
    hint: 'use utilization, or provisioned',
    applies: ({ element }) => isDynamic(element) && element.ingress === 'none',
  },
  {
    path: 'services.coldStart.dynamic',
    value: 'with ingress',
    on: on('aws'),
    is: 'approximated',
    becomes: `another container at ${requestsPerMinute} requests a minute for each: 80 at once, of a second each`,
    reason: 'ECS scales by how many requests begin, not by how many are being served',
    applies: ({ element }) => isDynamic(element) && element.ingress !== 'none',
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
