import type { ResolvedApi } from '../../model/api';
import type { ResolvedArchitecture } from '../../model/architecture';
import type { ColdStart } from '../../model/cold-start';
import { leastWorkers, mostIn, mostWorkersEver } from '../../model/cold-start';
import type { ResolvedFunction } from '../../model/function';
import type { WithUses } from '../../model/grant';
import { elementId, type ElementId } from '../../model/name';
import type { ResolvedService } from '../../model/service';
import type { Retry } from '../../model/trigger';

/**
 * The formulas by which a plan for Google Cloud approximates the model. Support states each a second time, as the value
 * that it promises, in its own code: a test checks that both are equal, and another one that a comparison detects a
 * change of either.
 */

/** A number, or the nearest one within bounds. */
const within = (least: number, most: number, value: number): number =>
  value < least ? least : value > most ? most : value;

/** Seconds before an unacknowledged message is delivered again: https://cloud.google.com/pubsub/docs/lease-management */
export const ackDeadlineSeconds = (timeoutSeconds: number): number => within(10, 600, timeoutSeconds);

/** Deliveries before a message is forwarded: https://cloud.google.com/pubsub/docs/dead-letter-topics */
export const deliveryAttempts = (maxDeliveryAttempts: number): number =>
  maxDeliveryAttempts < 5 ? 5 : maxDeliveryAttempts;

/**
 * Seconds for which a subscription keeps an event. Pub/Sub drops an event that is too old, and doesn't forward it: one
 * with a dead-letter queue is kept for seven days, until it has failed often enough, even if deliveries stop for a while.
 * https://cloud.google.com/pubsub/docs/subscription-properties#message_retention_duration
 */
export const retentionSeconds = ({ maxAgeSeconds, deadLetter }: Retry): number => {
  if (deadLetter !== undefined) return 604_800;
  return maxAgeSeconds < 600 ? 600 : maxAgeSeconds;
};

/** Seconds that a call of a job may take: https://cloud.google.com/scheduler/docs/reference/rest/v1/projects.locations.jobs#Job */
export const attemptSeconds = (timeoutSeconds: number): number => within(15, 1_800, timeoutSeconds);

/** The maximum of a revision's instances by default: https://docs.cloud.google.com/run/docs/reference/rest/v2/RevisionScaling */
const defaultInstances = 100;

/**
 * The bounds of a function's instances. Both are always written: engines leave a maximum that was written once as it is
 * when it is taken away. Without one in the model it is Google's default, or the highest minimum if that is larger,
 * because Google refuses a minimum above the maximum.
 */
export function functionBounds(coldStart: ColdStart): { readonly min: number; readonly max: number } {
  const min = leastWorkers(coldStart);
  const inWindows = (coldStart.scheduled ?? []).map((window) => mostIn(window, coldStart));
  return { min, max: boundsOf(coldStart)?.max ?? Math.max(defaultInstances, min, ...inWindows) };
}

/** The bounds between which an element scales; undefined where it has a minimum only. Windows have no maximum there. */
export function boundsOf(coldStart: ColdStart): { readonly min: number; readonly max: number } | undefined {
  const base = coldStart.dynamic ?? coldStart.utilization;
  const max = mostWorkersEver(coldStart);
  return base && max !== undefined ? { min: base.min, max } : undefined;
}

/** The least memory, in MiB, with which a function has a CPU of its own: https://cloud.google.com/functions/docs/configuring/memory */
const memoryOfOneCpu = 2_048;

/**
 * CPUs of a function; undefined where the memory gives enough. An instance with concurrent requests needs one at least:
 * https://cloud.google.com/functions/docs/configuring/concurrency
 */
export const functionCpu = ({
  concurrencyPerInstance,
  memoryMiB,
}: Pick<ResolvedFunction, 'concurrencyPerInstance' | 'memoryMiB'>): '1' | undefined =>
  concurrencyPerInstance > 1 && memoryMiB < memoryOfOneCpu ? '1' : undefined;

/** The most memory, in MiB, per number of CPUs: https://cloud.google.com/run/docs/configuring/services/memory-limits */
const mostMemory = { 1: 4_096, 2: 8_192, 4: 16_384, 8: 32_768 };

/** CPUs of a Cloud Run service: one or more, since it serves concurrent requests, and enough for its memory. */
export function runCpu({ cpu, memoryMiB }: Pick<ResolvedService, 'cpu' | 'memoryMiB'>): number {
  const sufficient = Object.entries(mostMemory).find(([cpus, most]) => Number(cpus) >= cpu && memoryMiB <= most);
  return sufficient ? Number(sufficient[0]) : 8;
}

/** Memory of a Cloud Run service, in MiB: 4 CPUs require 2 GiB, 8 CPUs 4 GiB. */
export function runMemoryMiB(service: Pick<ResolvedService, 'cpu' | 'memoryMiB'>): number {
  const cpus = runCpu(service);
  return cpus < 4 ? service.memoryMiB : Math.max(cpus * 512, service.memoryMiB);
}

/**
 * Failures after which a startup probe gives up: the most that Cloud Run allows, which is 240 seconds in all.
 * https://cloud.google.com/run/docs/configuring/healthchecks
 */
export const startupFailures = (timeoutSeconds: number): number => Math.floor(240 / timeoutSeconds);

/**
 * The function whose own address serves an API, instead of a load balancer: the API's one route sends everything to it,
 * and it has no triggers, which would use the same address.
 */
export function loneFunction(
  { routes }: ResolvedApi,
  { functions }: Pick<ResolvedArchitecture, 'functions'>,
): `functions.${string}` | undefined {
  const keys = Object.keys(routes);
  const isEverything = keys.length === 1 && /^ANY \/\{[^/{}]+\+\}$/.test(keys[0]!);
  const to = isEverything ? routes[keys[0]!]!.to : undefined;
  return to && (functions[to.slice('functions.'.length)]?.triggers ?? []).length === 0 ? to : undefined;
}

/** True if functions or services may invoke a function: their calls come from the internet. */
export function isUsed(name: string, { functions, services }: ResolvedArchitecture): boolean {
  const id: ElementId = elementId('functions', name);
  const users: readonly WithUses[] = [...Object.values(functions), ...Object.values(services)];
  return users.some(({ uses }) => uses[id] !== undefined);
}
