import { z } from 'zod';
import { basesIn, coldStartSpec, type ColdStart } from './cold-start';

import { secretsSpec, usesSpec } from './grant';
import { logRetentions } from './log';
import { environmentSpec } from './text';
import { triggersSpec } from './trigger';

/** When a container counts as healthy. */
export const healthCheckSpec = z.strictObject({
  /** Where it is asked. */
  path: z.string().startsWith('/', 'must begin with /').default('/'),
  /** Seconds between two checks. */
  intervalSeconds: z.int().min(5).max(300).default(30),
  /** Seconds after which a check without an answer has failed. */
  timeoutSeconds: z.int().min(2).max(120).default(5),
  /** Successes in a row after which it is healthy. */
  healthyCount: z.int().min(2).max(10).default(2),
  /** Failures in a row after which it isn't. */
  unhealthyCount: z.int().min(2).max(10).default(3),
});

/** A container that listens on a port. */
export const serviceSpec = z.strictObject({
  /** The image, as a registry names it. */
  image: z.string().min(1),
  /** Replaces the image's CMD. */
  command: z.array(z.string()).min(1).optional(),
  /** The port on which the container listens. */
  port: z.int().min(1).max(65_535).default(8080),
  /** What the container finds in its environment; may hold references. */
  environment: environmentSpec,
  /** Names of variables that hold a secret's value; each with the secret's name. */
  secrets: secretsSpec,
  /** What the service may do with other elements. */
  uses: usesSpec,
  /** What calls the service beside people: times, messages, events. */
  triggers: triggersSpec,
  /** Virtual CPUs. */
  cpu: z.literal([0.25, 0.5, 1, 2, 4, 8]).default(0.25),
  /** Memory, in MiB. */
  memoryMiB: z.int().min(512).max(61_440).default(512),
  /** Who can reach the service: nobody from outside, or anyone. */
  ingress: z.enum(['none', 'public']).default('none'),
  /** The host name for which the load balancer sends requests here; absent: any. */
  host: z.string().min(1).max(128).optional(),
  /** The path for which the load balancer sends requests here. */
  path: z.string().startsWith('/', 'must begin with /').max(128).default('/*'),
  /** The place of this service's rule among those of the load balancer; absent: from host and path. */
  priority: z.int().min(1).max(50_000).optional(),
  /** When the container counts as healthy. */
  healthCheck: healthCheckSpec.prefault({}),
  /** How cold starts are fought. */
  coldStart: coldStartSpec.prefault({}).transform(withBase),
  /** Days for which logs are kept. */
  logRetentionDays: z.literal(logRetentions).default(30),
});

export type ServiceSpec = z.input<typeof serviceSpec>;
export type ResolvedService = z.output<typeof serviceSpec>;

/** A container is there as long as its service is: without another base, one. Where one is warmed, there may be none. */
function withBase(coldStart: ColdStart): ColdStart {
  if (basesIn(coldStart).length > 0) return coldStart;
  return coldStart.warming ? { ...coldStart, dynamic: { min: 0, max: 100 } } : { ...coldStart, provisioned: 1 };
}
