import { z } from 'zod';
import { alarmsSpec } from './alarm';
import { apiSpec } from './api';
import { bucketSpec } from './bucket';
import { orExisting } from './existing';
import { foundationSpec } from './foundation';
import { functionSpec } from './function';
import { divergencesSpec } from './divergence';
import type { Kind } from './kind';
import { elementName, outputName } from './name';
import { parameterName, parameterSpec } from './parameters';
import { queueSpec } from './queue';
import { secretSpec } from './secret';
import { serviceSpec } from './service';
import { tableSpec } from './table';
import { targets } from './target';
import { plainText, textField } from './text';
import { topicSpec } from './topic';

/** The elements, by kind and name. */
const elementSpecs = {
  /** Functions: code that runs when it is invoked. */
  functions: z.record(elementName, functionSpec).default({}),
  /** Services: containers that listen on a port. */
  services: z.record(elementName, serviceSpec).default({}),
  /** REST APIs. */
  apis: z.record(elementName, apiSpec).default({}),
  /** Queues: messages that wait for one consumer. */
  queues: z.record(elementName, orExisting('queues', queueSpec)).default({}),
  /** Topics: events that every subscriber receives. */
  topics: z.record(elementName, orExisting('topics', topicSpec)).default({}),
  /** Buckets: object storage. */
  buckets: z.record(elementName, orExisting('buckets', bucketSpec)).default({}),
  /** Tables: items that are read and written by key. */
  tables: z.record(elementName, orExisting('tables', tableSpec)).default({}),
  /** Secrets, such as passwords and API keys. Values are set outside of the architecture. */
  secrets: z.record(elementName, orExisting('secrets', secretSpec)).default({}),
} satisfies Readonly<Record<Kind, z.ZodType>>;

/** Serverless architecture, as plain data. */
export const architectureSpec = z.strictObject({
  /** Name of the stack, and prefix of physical names. */
  name: elementName,
  /** Description for people; no target renders it. Default: none. */
  description: plainText.max(1_024).optional(),
  /** Tags on AWS, labels on Google Cloud. */
  tags: z.record(plainText.min(1).max(63), plainText.max(63)).default({}),
  /** Targets that the architecture is checked and rendered for. */
  targets: z
    .array(z.enum(targets))
    .min(1)
    .default([...targets]),
  /** Values that are set when the architecture is rendered. */
  parameters: z.record(parameterName, parameterSpec).default({}),
  /**
   * Shared network, cluster and load balancer. Services on AWS require it. On Google Cloud, the resources that elements
   * share are created without it as well.
   */
  foundation: foundationSpec.optional(),
  ...elementSpecs,
  /** Alarms about dead letters, failures, refused calls and old messages. Without it, there are none. */
  alarms: alarmsSpec,
  /** Stack outputs: each maps a name to a reference. */
  outputs: z.record(outputName, textField).default({}),
  /** Intended differences between the model and an artifact, made through an engine's escape hatch. */
  divergences: divergencesSpec,
});

/** Architecture as people write it. */
export type ArchitectureSpec = z.input<typeof architectureSpec>;

/** Architecture with all defaults and parameter values filled in, and all references parsed. */
export type ResolvedArchitecture = z.output<typeof architectureSpec>;
