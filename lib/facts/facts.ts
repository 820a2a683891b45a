import type { Path } from '../model/problem';
import type { ApiFact } from './api';
import type { FunctionFact } from './function';
import type { ServiceFact } from './service';
import type { QueueFact } from './queue';
import type { TopicFact } from './topic';
import type { BucketFact } from './bucket';
import type { SecretFact } from './secret';
import type { TableFact } from './table';

/** Something in an artefact that no reader understands. */
export interface UnrecognizedFact {
  readonly resource: string;
  /** The element in whose part of the artefact it lies. */
  readonly owner?: string;
  readonly path: Path;
  readonly value: unknown;
}

/** All that an artefact says about an architecture, in the model's words. */
export interface Facts {
  readonly name: string;
  readonly foundation?: unknown;
  readonly functions: Readonly<Record<string, Partial<FunctionFact>>>;
  readonly services: Readonly<Record<string, Partial<ServiceFact>>>;
  readonly apis: Readonly<Record<string, Partial<ApiFact>>>;
  readonly queues: Readonly<Record<string, Partial<QueueFact>>>;
  readonly topics: Readonly<Record<string, Partial<TopicFact>>>;
  readonly buckets: Readonly<Record<string, Partial<BucketFact>>>;
  readonly secrets: Readonly<Record<string, Partial<SecretFact>>>;
  readonly tables: Readonly<Record<string, Partial<TableFact>>>;
  /** References in the model's own form. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Functions whose archives were left empty. */
  readonly withoutCode: readonly string[];
  readonly unrecognized: readonly UnrecognizedFact[];
  /** Resources of an app's own that are none of the architecture's business. */
  readonly notJudged: number;
}
