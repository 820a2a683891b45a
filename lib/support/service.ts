import type { ResolvedService } from '../model/service';
import { networkRules } from './network';
import { on, stays, type Rule } from './rule';
import { serviceLoadRules } from './service-load';

/** The smallest Cloud Run CPU with which an instance serves concurrent requests. */
const smallestCpu = 1;

/** The largest memory, in MiB, for a number of Cloud Run CPUs: https://cloud.google.com/run/docs/configuring/services/memory-limits */
const memoryLimits: readonly (readonly [cpu: number, memoryMiB: number])[] = [
  [1, 4_096],
  [2, 8_192],
  [4, 16_384],
  [8, 32_768],
];

/** The largest memory on Cloud Run, in MiB. */
const memoryLimit = 32_768;

/** The smallest memory, in MiB, for a number of Cloud Run CPUs. */
const memoryFloors: Readonly<Record<number, number>> = { 4: 2_048, 8: 4_096 };

/** The number of CPUs on Cloud Run: those of the model, or those that the memory requires. */
function cpuFor({ cpu, memoryMiB }: Pick<ResolvedService, 'cpu' | 'memoryMiB'>): ResolvedService['cpu'] {
  const forMemory = memoryLimits.find(([, limit]) => memoryMiB <= limit)?.[0] ?? 8;
  return Math.max(cpu, smallestCpu, forMemory) as ResolvedService['cpu'];
}

/** The smallest memory that Cloud Run accepts with a service's CPUs, in MiB. */
const memoryFloorOf = (service: ResolvedService): number => memoryFloors[cpuFor(service)] ?? 0;

/**
 * Tells whether Cloud Run refuses images from an image's registry. A name without a host is Docker Hub's.
 * "Expected an image path like [host/]repo-path[:tag and/or @digest], where host is one of [region.]gcr.io,
 * [region-]docker.pkg.dev or docker.io": https://github.com/hashicorp/terraform-provider-google/issues/14700,
 * https://docs.cloud.google.com/run/docs/deploying#images
 */
function isForeign(image = ''): boolean {
  const [host = '', ...path] = image.split('/');
  const isHost = path.length > 0 && (/[.:]/.test(host) || host === 'localhost');
  return isHost && !/^(?:docker\.io|(?:[a-z0-9-]+\.)?gcr\.io|(?:[a-z0-9-]+-)?docker\.pkg\.dev)$/.test(host);
}

const noLoadBalancer = 'the foundation on Google Cloud has no load balancer';

export const serviceRules: readonly Rule<ResolvedService>[] = [
  {
    path: 'services.image',
    value: 'from a registry other than docker.io, gcr.io and docker.pkg.dev',
    on: on('gcp'),
    is: 'refused',
    reason: 'Cloud Run accepts only images from Docker Hub, Artifact Registry and gcr.io',
    hint:
      'write docker.io/… for Docker Hub; for another registry, create a remote repository in Artifact Registry and name ' +
      'the image there: image: {aws: …, gcp: <region>-docker.pkg.dev/<project>/<repository>/…}',
    applies: ({ element }) => isForeign(element.image.gcp),
  },
  {
    path: 'services.architecture',
    value: 'arm64',
    on: on('gcp'),
    is: 'refused',
    reason: 'Cloud Run runs only x86_64 images',
    hint: 'use x86_64, or remove the Google Cloud targets from `targets`',
    applies: ({ element }) => element.architecture === 'arm64',
  },
  ...serviceLoadRules,
  {
    path: 'services.cpu',
    value: `below ${smallestCpu}`,
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: `${smallestCpu}`, value: () => ({ cpu: smallestCpu }) },
    reason: 'Cloud Run requires at least one CPU for concurrent requests',
    applies: ({ element }) => element.cpu < smallestCpu,
  },
  {
    path: 'services.memoryMiB',
    value: 'above 4 GiB with 1 CPU, 8 GiB with 2 CPUs or 16 GiB with 4 CPUs',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: 'the same memory, with the number of CPUs that it requires',
      value: ({ element }) => ({ cpu: cpuFor(element) }),
    },
    reason: 'Cloud Run limits memory per CPU',
    applies: ({ element }) => element.memoryMiB <= memoryLimit && cpuFor(element) > Math.max(element.cpu, smallestCpu),
  },
  {
    path: 'services.memoryMiB',
    value: 'below 2 GiB with 4 CPUs or 4 GiB with 8 CPUs',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text: "Cloud Run's minimum for that number of CPUs",
      value: ({ element }) => ({ memoryMiB: memoryFloorOf(element) }),
    },
    reason: 'Cloud Run requires a minimum of memory for 4 or more CPUs',
    applies: ({ element }) => element.memoryMiB < memoryFloorOf(element),
  },
  {
    path: 'services.memoryMiB',
    value: 'above 32 GiB',
    on: on('gcp'),
    is: 'refused',
    reason: "Cloud Run's maximum is 32 GiB",
    hint: `use ${memoryLimit} MiB or less, or remove the Google Cloud targets from \`targets\``,
    applies: ({ element }) => element.memoryMiB > memoryLimit,
  },
  {
    path: 'services.readOnlyFilesystem',
    value: 'true',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'a file system that is writable, in memory', value: () => ({ readOnlyFilesystem: undefined }) },
    reason: 'Cloud Run has no read-only root file system; files are lost with the instance',
    applies: ({ element }) => element.readOnlyFilesystem,
  },
  ...networkRules.services,
  {
    path: 'services.host',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: "the service's run.app address", value: () => ({ host: undefined }) },
    reason: noLoadBalancer,
    applies: ({ element }) => element.ingress === 'public' && element.host !== undefined,
  },
  {
    path: 'services.path',
    value: 'other than /*',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: "the root of the service's own address", value: () => ({ path: undefined }) },
    reason: noLoadBalancer,
    applies: ({ element }) => element.ingress === 'public' && element.path !== '/*',
  },
  {
    path: 'services.priority',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'no priority, because each service has its own address', value: () => ({ priority: undefined }) },
    reason: noLoadBalancer,
    applies: ({ element }) => element.priority !== undefined,
  },
  {
    path: 'services.healthCheck',
    value: 'without ingress',
    on: on('aws'),
    is: 'approximated',
    becomes: {
      text: 'no health check; ECS replaces a task when its process exits',
      value: () => ({ healthCheck: undefined }),
    },
    reason: 'the load balancer runs the checks, and a service without ingress has no load balancer',
    applies: ({ element }) => element.ingress === 'none',
  },
  {
    path: 'services.healthCheck',
    on: on('gcp'),
    is: 'approximated',
    becomes: {
      text:
        'a startup probe every `timeoutSeconds` for up to 240 seconds, then a liveness probe, which restarts the container; ' +
        '`healthyCount` is not used',
      value: ({ element: { healthCheck } }) => ({ healthCheck: { ...healthCheck, healthyCount: undefined } }),
    },
    reason: 'Cloud Run has container probes, and no target groups',
    applies: () => true,
  },
  {
    path: 'services.secrets',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: 'the value, plus permission for the code to read the secret directly', value: stays },
    reason: "Cloud Run reads secrets with the service's own identity, while ECS has a separate execution role",
    applies: ({ element }) => Object.keys(element.secrets).length > 0,
  },
  {
    path: 'services.triggers',
    on: on('aws'),
    is: 'refused',
    reason:
      "ECS services can't be triggered by schedules, queues or events, because a container has to poll a queue, and a " +
      'schedule starts a new task each time',
    hint: 'give the trigger to a function that calls the service, or remove the AWS targets from `targets`',
    applies: ({ element }) => element.triggers.length > 0,
  },
  {
    path: 'services.ingress',
    value: 'public, with triggers',
    on: on('gcp'),
    is: 'refused',
    reason: 'triggers and callers use the same address, so anyone could forge an event',
    hint: 'move the triggers to a function, or remove ingress',
    applies: ({ element }) => element.ingress === 'public' && element.triggers.length > 0,
  },
  {
    path: 'services.logRetentionDays',
    on: on('gcp'),
    is: 'approximated',
    becomes: { text: "the retention of the project's log bucket", value: () => ({ logRetentionDays: undefined }) },
    reason: 'Cloud Logging sets retention per log bucket, not per service',
    applies: () => true,
  },
];
