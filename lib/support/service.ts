import type { ResolvedService } from '../model/service';
import { on, type Rule } from './rule';

/** The smallest Cloud Run CPU with which an instance serves many requests at once. */
const smallestCpu = 1;

/** The most memory, in MiB, for a number of Cloud Run CPUs: https://cloud.google.com/run/docs/configuring/services/memory-limits */
const memoryLimits: readonly (readonly [cpu: number, memoryMiB: number])[] = [
  [1, 4_096],
  [2, 8_192],
  [4, 16_384],
  [8, 32_768],
];

/** The most memory that Cloud Run gives, in MiB. */
export const cloudRunMemoryLimit = 32_768;

/** The least memory, in MiB, for a number of Cloud Run CPUs. */
const memoryFloors: Readonly<Record<number, number>> = { 4: 2_048, 8: 4_096 };

/** What a number of CPUs becomes on Cloud Run, where memory asks for CPUs. */
export function cloudRunCpu({ cpu, memoryMiB }: Pick<ResolvedService, 'cpu' | 'memoryMiB'>): number {
  const forMemory = memoryLimits.find(([, limit]) => memoryMiB <= limit)?.[0] ?? 8;
  return Math.max(cpu, smallestCpu, forMemory);
}

/** The memory that Cloud Run wants at least for these CPUs, in MiB. */
export const cloudRunMemoryFloor = (cpu: number): number => memoryFloors[cpu] ?? 0;

/**
 * How long Cloud Run waits for a container to start, in seconds, at the most: the period of a startup probe times its
 * failures. https://cloud.google.com/run/docs/configuring/healthchecks
 */
export const cloudRunStartupSeconds = 240;

export const serviceRules: readonly Rule<ResolvedService>[] = [
  {
    path: 'services.cpu',
    value: 'below 1',
    on: on('gcp'),
    is: 'approximated',
    becomes: '1',
    reason: 'an instance that serves requests side by side has at least one CPU on Cloud Run',
    applies: ({ element }) => element.cpu < smallestCpu,
  },
  {
    path: 'services.memoryMiB',
    value: 'above 4, 8, 16 GiB for 1, 2, 4 CPUs',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'the same memory, with the next larger CPU',
    reason: 'Cloud Run limits memory per CPU',
    applies: ({ element }) =>
      element.memoryMiB <= cloudRunMemoryLimit && cloudRunCpu(element) > Math.max(element.cpu, smallestCpu),
  },
  {
    path: 'services.memoryMiB',
    value: 'below 2, 4 GiB for 4, 8 CPUs',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'the least that Cloud Run takes for so many CPUs',
    reason: 'Cloud Run wants memory for its CPUs',
    applies: ({ element }) => element.memoryMiB < cloudRunMemoryFloor(cloudRunCpu(element)),
  },
  {
    path: 'services.memoryMiB',
    value: 'above 32 GiB',
    on: on('gcp'),
    is: 'refused',
    reason: 'Cloud Run gives 32 GiB at the most',
    hint: 'use 32768 or less, or leave the GCP targets out of `targets`',
    applies: ({ element }) => element.memoryMiB > cloudRunMemoryLimit,
  },
  {
    path: 'services.host',
    on: on('gcp'),
    is: 'approximated',
    becomes: "the service's run.app address",
    reason: 'the ground on GCP has no load balancer',
    applies: ({ element }) => element.ingress === 'public' && element.host !== undefined,
  },
  {
    path: 'services.path',
    value: 'other than /*',
    on: on('gcp'),
    is: 'approximated',
    becomes: "the root of the service's own address",
    reason: 'the ground on GCP has no load balancer',
    applies: ({ element }) => element.ingress === 'public' && element.path !== '/*',
  },
  {
    path: 'services.priority',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'nothing: each service has an address of its own',
    reason: 'the ground on GCP has no load balancer',
    applies: ({ element }) => element.priority !== undefined,
  },
  {
    path: 'services.healthCheck',
    value: 'without ingress',
    on: on('aws'),
    is: 'approximated',
    becomes: 'no check: ECS replaces a task when its process ends',
    reason: 'checks are made by the load balancer, and nothing but one reaches into a container',
    applies: ({ element }) => element.ingress === 'none',
  },
  {
    path: 'services.healthCheck',
    on: on('gcp'),
    is: 'approximated',
    becomes:
      'a startup probe every `timeoutSeconds`, for up to 240 s, then a liveness probe, which restarts the container; ' +
      '`healthyCount` is not used',
    reason: 'Cloud Run has probes of containers, and no target groups',
    applies: () => true,
  },
  {
    path: 'services.secrets',
    on: on('gcp'),
    is: 'approximated',
    becomes: 'the value, and leave for the code to read the secret by itself',
    reason: 'Cloud Run reads a secret as the service itself, where ECS has a role of its own for that',
    applies: ({ element }) => Object.keys(element.secrets).length > 0,
  },
  {
    path: 'services.triggers',
    on: on('aws'),
    is: 'refused',
    reason:
      'nothing there calls a container for a time, a message or an event: a queue has to be asked, and a schedule ' +
      'starts a new task each time',
    hint: 'let a function have the trigger and call the service, or leave the AWS targets out of `targets`',
    applies: ({ element }) => element.triggers.length > 0,
  },
  {
    path: 'services.ingress',
    value: 'public, with triggers',
    on: on('gcp'),
    is: 'refused',
    reason: 'events come to the same address as everybody else, so anybody could forge one',
    hint: 'let a function have the triggers, or leave ingress out',
    applies: ({ element }) => element.ingress === 'public' && element.triggers.length > 0,
  },
  {
    path: 'services.logRetentionDays',
    on: on('gcp'),
    is: 'approximated',
    becomes: "the retention of the project's log bucket",
    reason: 'Cloud Logging keeps logs per bucket, not per service',
    applies: () => true,
  },
];

/** Promises about services that a platform keeps by itself, so that no artefact states them. */
export const keptByPlatform = { aws: {}, gcp: {} } as const;
