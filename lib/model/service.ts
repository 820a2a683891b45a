import { z } from 'zod';
import { basesIn, coldStartSpec, type ColdStart } from './cold-start';

import { secretsSpec, usesSpec } from './grant';
import { imageName } from './image';
import { logRetentions } from './log';
import { perCloud } from './per-cloud';
import { environmentSpec, plainText } from './text';
import { triggersSpec } from './trigger';

/** Health check of the container. */
export const healthCheckSpec = z.strictObject({
  /** Path of the request. */
  path: plainText
    .startsWith('/', 'must begin with /')
    .regex(/^\S*$/, 'must be a path without spaces: write %20')
    .default('/'),
  /** Interval between two checks, in seconds. */
  intervalSeconds: z.int().min(5).max(300).default(30),
  /** Timeout of a check, in seconds. */
  timeoutSeconds: z.int().min(2).max(120).default(5),
  /** Number of consecutive successes after which the container is healthy. */
  healthyCount: z.int().min(2).max(10).default(2),
  /** Number of consecutive failures after which the container is unhealthy. */
  unhealthyCount: z.int().min(2).max(10).default(3),
});

/** Container that listens on a port. */
export const serviceSpec = z.strictObject({
  /** Container image, such as `nginx:1.27`; `{aws, gcp}` if the clouds have different registries. */
  image: perCloud(imageName),
  /** Instruction set of the processor; the image has to be built for it. */
  architecture: z.enum(['x86_64', 'arm64']).default('x86_64'),
  /** Command that replaces the image's `CMD`. Default: the image's own. */
  command: z.array(plainText).min(1).optional(),
  /** Port on which the container listens. */
  port: z.int().min(1).max(65_535).default(8080),
  /** Environment variables; values may contain references. */
  environment: environmentSpec,
  /** Secrets: a map from an environment variable to a secret's name. The variable holds the secret's value. */
  secrets: secretsSpec,
  /** Permissions: a map from another element to what the service may do with it. Nothing else is allowed. */
  uses: usesSpec,
  /** Schedules, queues, topics and bucket events that call the service. */
  triggers: triggersSpec,
  /** Number of virtual CPUs. */
  cpu: z.literal([0.25, 0.5, 1, 2, 4, 8]).default(0.25),
  /** Memory, in MiB. */
  memoryMiB: z.int().min(512).max(61_440).default(512),
  /**
   * Keeps the CPU allocated between requests, for work in the background. On AWS, a task always has its CPU. On Google
   * Cloud, an instance is then billed for its lifetime instead of for its requests:
   * https://docs.cloud.google.com/run/docs/configuring/billing-settings
   */
  cpuAlways: z.boolean().default(false),
  /**
   * Number of requests that an instance serves at the same time, at most 1000 as on Cloud Run:
   * https://docs.cloud.google.com/run/docs/about-concurrency. ECS has no such limit; with `coldStart.dynamic`, it adds a
   * container at 60 times this number of requests per minute.
   */
  requestsPerInstance: z.int().min(1).max(1_000).default(80),
  /**
   * Number of requests per minute and container at which ECS adds a container with `coldStart.dynamic`. Default: 60 times
   * `requestsPerInstance`, the rate of that many concurrent requests of one second each.
   */
  requestsPerMinute: z.int().min(1).max(1_000_000).optional(),
  /**
   * Mounts the container's root file system read-only. The model has no volumes, so the container can then write no files
   * at all; `docker run --read-only` shows whether an image works without them.
   */
  readOnlyFilesystem: z.boolean().default(false),
  /** Access to the service: `none` from outside, or `public` for anyone. */
  ingress: z.enum(['none', 'public']).default('none'),
  /**
   * Network of the service on Google Cloud: `none`, or `foundation` to reach what is private there, such as a database.
   * On AWS, services always run in the foundation's network.
   */
  network: z.enum(['none', 'foundation']).default('none'),
  /** Host name of the requests that the load balancer forwards. Default: any host. */
  host: plainText.min(1).max(128).optional(),
  /** Path of the requests that the load balancer forwards; `*` matches any text. */
  path: plainText.startsWith('/', 'must begin with /').max(128).default('/*'),
  /**
   * Priority of the service's rule on the load balancer, 1 first. Default: computed from `host` and `path`, longer
   * paths first.
   */
  priority: z.int().min(1).max(50_000).optional(),
  /** Health check of the container. */
  healthCheck: healthCheckSpec.prefault({}),
  /** Strategies against cold starts. Without any, a function scales from zero, and a service runs one container. */
  coldStart: coldStartSpec.prefault({}).transform(withBase),
  /** Retention of the logs, in days. */
  logRetentionDays: z.literal(logRetentions).default(30),
});

export type ServiceSpec = z.input<typeof serviceSpec>;
export type ResolvedService = z.output<typeof serviceSpec>;

/** Adds the default base: one container, or with warming none to 100. */
function withBase(coldStart: ColdStart): ColdStart {
  if (basesIn(coldStart).length > 0) return coldStart;
  return coldStart.warming ? { ...coldStart, dynamic: { min: 0, max: 100 } } : { ...coldStart, provisioned: 1 };
}
