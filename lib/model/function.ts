import { z } from 'zod';
import { coldStartSpec } from './cold-start';
import { secretsSpec, usesSpec } from './grant';
import { logRetentions } from './log';
import { clouds, type Cloud } from './target';
import { environmentSpec, type Text } from './text';
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

const onEachCloud = z.strictObject({
  /** On AWS. */
  aws: z.string().min(1).optional(),
  /** On GCP. */
  gcp: z.string().min(1).optional(),
} satisfies Record<Cloud, z.ZodType>);

/** One value for every cloud, or one for each. */
const perCloud = z.union([z.string().min(1), onEachCloud]).transform((value): Readonly<Partial<Record<Cloud, string>>> =>
  typeof value === 'string' ? Object.fromEntries(clouds.map((cloud) => [cloud, value])) : value,
);

/** Code that runs when it is invoked. */
export const functionSpec = z.strictObject({
  /** The language and its version. */
  runtime: z.enum(runtimes),
  /** A folder or `.zip`, relative to the architecture's file: what the cloud takes, built where it wants it built. */
  code: perCloud,
  /** What the cloud calls: a handler on Lambda, an entry point on Cloud Functions. */
  handler: perCloud,
  /** The processor's instruction set. */
  architecture: z.enum(['x86_64', 'arm64']).default('x86_64'),
  /** Memory, in MiB. */
  memoryMiB: z.int().min(128).max(32_768).default(256),
  /** How long one invocation may take, in seconds. */
  timeoutSeconds: z.int().min(1).max(3_600).default(60),
  /** What the code finds in its environment; may hold references. */
  environment: environmentSpec,
  /** Names of variables that hold a secret's identifier, by which the code reads the secret; each with the secret's name. */
  secrets: secretsSpec,
  /** Who may call the function over HTTPS: anyone, or callers that the cloud authenticates; absent: there is no URL. */
  http: z.enum(['public', 'private']).optional(),
  /** What invokes the function beside callers: times, messages, events. */
  triggers: triggersSpec,
  /** What becomes of an event for which the code fails. */
  retry: retrySpec.prefault({}),
  /** What the function may do with other elements. */
  uses: usesSpec,
  /** How cold starts are fought. */
  coldStart: coldStartSpec.prefault({}),
  /** What a line of the log is: text as the code writes it, or JSON around it. */
  logFormat: z.enum(['text', 'json']).default('text'),
  /** Whether each invocation is traced through the services that it calls. */
  tracing: z.boolean().default(false),
  /** Days for which logs are kept. */
  logRetentionDays: z.literal(logRetentions).default(30),
});

export type FunctionSpec = z.input<typeof functionSpec>;
export type ResolvedFunction = z.output<typeof functionSpec>;

/** All that a function finds in its environment: of a secret, what leads to it, and never its value. */
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
