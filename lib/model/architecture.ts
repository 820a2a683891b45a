import { z } from 'zod';
import { alarmsSpec } from './alarm';
import { apiSpec } from './api';
import { bucketSpec } from './bucket';
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
import { textField } from './text';
import { topicSpec } from './topic';

/** The elements, by kind and name. */
const elementSpecs = {
  /** Code that runs when it is invoked. */
  functions: z.record(elementName, functionSpec).default({}),
  /** Containers that listen on a port. */
  services: z.record(elementName, serviceSpec).default({}),
  /** REST APIs. */
  apis: z.record(elementName, apiSpec).default({}),
  /** Messages that wait for a consumer. */
  queues: z.record(elementName, queueSpec).default({}),
  /** Events that go to everybody who listens. */
  topics: z.record(elementName, topicSpec).default({}),
  /** Stores of objects. */
  buckets: z.record(elementName, bucketSpec).default({}),
  /** Tables of items that are found by key. */
  tables: z.record(elementName, tableSpec).default({}),
  /** Values that nobody sees. */
  secrets: z.record(elementName, secretSpec).default({}),
} satisfies Readonly<Record<Kind, z.ZodType>>;

/** A serverless architecture, as plain data. */
export const architectureSpec = z.strictObject({
  /** Names the stack and prefixes physical names. */
  name: elementName,
  /** What the architecture is for. */
  description: z.string().max(1_024).optional(),
  /** Tags on AWS, labels on GCP. */
  tags: z.record(z.string().min(1).max(63), z.string().max(63)).default({}),
  /** The targets that the architecture is for. */
  targets: z
    .array(z.enum(targets))
    .min(1)
    .default([...targets]),
  /** Values that are given when the architecture is rendered. */
  parameters: z.record(parameterName, parameterSpec).default({}),
  /** The ground that elements stand on. */
  foundation: foundationSpec.optional(),
  ...elementSpecs,
  /** What tells people that something is wrong: an alarm for each dead-letter queue, and for each function's errors. */
  alarms: alarmsSpec,
  /** What a deployment tells: names of values, each a reference. */
  outputs: z.record(outputName, textField).default({}),
  /** Differences that were made on purpose, through an engine's escape hatch. */
  divergences: divergencesSpec,
});

/** An architecture as people write it. */
export type ArchitectureSpec = z.input<typeof architectureSpec>;

/** An architecture in which every default is filled in, every parameter has its value and every reference is parsed. */
export type ResolvedArchitecture = z.output<typeof architectureSpec>;
