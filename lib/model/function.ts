import { z } from 'zod';
import { coldStartSpec } from './cold-start';
import { secretsSpec, usesSpec } from './grant';
import { logRetentions } from './log';
import { perCloud } from './per-cloud';
import { environmentSpec, plainText, type Text } from './text';
import { retrySpec, triggersSpec } from './trigger';

/** Runtimes that both clouds support. */
export const runtimes = [
  'nodejs22',
  'nodejs24',
  'python3.12',
  'python3.13',
  'python3.14',
  'go1.26',
  'go1.27',
  'java21',
  'java25',
  'dotnet10',
  'ruby3.4',
  'ruby4.0',
] as const;
export type Runtime = (typeof runtimes)[number];

/** Functions: code that runs when it is invoked. */
export const functionSpec = z.strictObject({
  /** Language and version. */
  runtime: z.enum(runtimes),
  /**
   * Folder or `.zip`, relative to the architecture's file. Compiled languages must be built where the cloud requires
   * it. Files that `.triptychignore` lists are excluded. Symbolic links within the folder are supported.
   */
  code: perCloud(plainText.min(1)),
  /** Handler on Lambda, entry point on Cloud Functions. */
  handler: perCloud(plainText.min(1)),
  /** Instruction set of the processor. */
  architecture: z.enum(['x86_64', 'arm64']).default('x86_64'),
  /** Memory, in MiB. */
  memoryMiB: z.int().min(128).max(32_768).default(256),
  /** Timeout of one invocation, in seconds. */
  timeoutSeconds: z.int().min(1).max(3_600).default(60),
  /** Environment variables; values may contain references. */
  environment: environmentSpec,
  /**
   * Secrets: a map from an environment variable to a secret's name. The variable holds the secret's identifier, with
   * which the code reads the value.
   */
  secrets: secretsSpec,
  /**
   * HTTPS access: `public` for anyone, `private` for callers that the cloud authenticates. Default: the function has no
   * URL.
   */
  http: z.enum(['public', 'private']).optional(),
  /** Schedules, queues, topics and bucket events that invoke the function. */
  triggers: triggersSpec,
  /** Retries of events for which the code fails. */
  retry: retrySpec.prefault({}),
  /** Permissions: a map from another element to what the function may do with it. Nothing else is allowed. */
  uses: usesSpec,
  /**
   * Requests that one instance serves at the same time. Above 1, the code must be safe to run concurrently. On Google
   * Cloud, such an instance has at least one CPU.
   */
  concurrencyPerInstance: z.int().min(1).max(1_000).default(1),
  /**
   * Network of the function: `none`, or `foundation` to reach what is private there, such as a database. All of its
   * traffic then goes through that network, and reaches the internet only as far as the network does.
   */
  network: z.enum(['none', 'foundation']).default('none'),
  /** Strategies against cold starts. Without any, a function scales from zero, and a service runs one container. */
  coldStart: coldStartSpec.prefault({}),
  /** Log format: `text` as the code writes it, or `json` with each line wrapped in JSON. */
  logFormat: z.enum(['text', 'json']).default('text'),
  /** Traces a sample of the invocations through the services that they call; the clouds set the rate. */
  tracing: z.boolean().default(false),
  /** Retention of the logs, in days. */
  logRetentionDays: z.literal(logRetentions).default(30),
});

export type FunctionSpec = z.input<typeof functionSpec>;
export type ResolvedFunction = z.output<typeof functionSpec>;

/** All environment variables of a function. A secret's variable holds its identifier, never its value. */
export const environmentOf = ({
  environment,
  secrets,
}: Pick<ResolvedFunction, 'environment' | 'secrets'>): ResolvedFunction['environment'] => ({
  ...environment,
  ...Object.fromEntries(
    Object.entries(secrets).map(([variable, element]): [string, Text] => [
      variable,
      [{ kind: 'secrets', element, attribute: 'name' }],
    ]),
  ),
});
