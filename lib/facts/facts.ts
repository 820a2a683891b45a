import type { Kind } from '../model/kind';
import type { Path } from '../model/problem';
import type { Cloud } from '../model/target';
import type { AwsApiFact, GcpApiFact } from './api';
import type { AwsBucketFact, GcpBucketFact } from './bucket';
import type { ExistingFact } from './existing';
import type { AwsFunctionFact, GcpFunctionFact } from './function';
import type { AwsQueueFact, GcpQueueFact } from './queue';
import type { AwsSecretFact, GcpSecretFact } from './secret';
import type { AwsServiceFact, GcpServiceFact } from './service';
import type { OnAnyCloud } from './stated';
import type { AwsTableFact, GcpTableFact } from './table';
import type { TextFact } from './text-fact';
import type { AwsTopicFact, GcpTopicFact } from './topic';

/** The facts about one element of each kind, by cloud. */
export interface ElementFacts extends Record<Cloud, Record<Kind, object>> {
  readonly aws: {
    readonly functions: AwsFunctionFact;
    readonly services: AwsServiceFact;
    readonly apis: AwsApiFact;
    readonly queues: AwsQueueFact;
    readonly topics: AwsTopicFact;
    readonly buckets: AwsBucketFact;
    readonly tables: AwsTableFact;
    readonly secrets: AwsSecretFact;
  };
  readonly gcp: {
    readonly functions: GcpFunctionFact;
    readonly services: GcpServiceFact;
    readonly apis: GcpApiFact;
    readonly queues: GcpQueueFact;
    readonly topics: GcpTopicFact;
    readonly buckets: GcpBucketFact;
    readonly tables: GcpTableFact;
    readonly secrets: GcpSecretFact;
  };
}

/** The facts about one element of a kind on a cloud. */
export type FactOf<C extends Cloud, K extends Kind> = ElementFacts[C][K];

/** Facts about all elements, by kind and name. A reader leaves out what it doesn't understand. */
export type FactsByKind = {
  readonly [K in Kind]: Readonly<Record<string, OnAnyCloud<FactOf<Cloud, K>> & ExistingFact>>;
};

/** Something in an artifact that no reader understands. */
export interface UnrecognizedFact {
  readonly resource: string;
  /** The element that the resource belongs to; absent: none. */
  readonly owner?: string;
  readonly path: Path;
  readonly value: unknown;
  /** A clause about what the resource replaces or removes. @default nothing that is known */
  readonly note?: string;
}

/** Everything that an artifact states about an architecture, in the model's terms. */
export interface Facts extends FactsByKind {
  readonly name: string;
  /** The environment's part in names. @default none, as for `dev` */
  readonly env?: string;
  readonly foundation?: unknown;
  /** References in the model's own form. */
  readonly outputs: Readonly<Record<string, TextFact>>;
  /** By parameter, the values that only the engine has, as the artifact's stamp records them. @default none */
  readonly engineValues?: Readonly<Record<string, TextFact>>;
  /** The permissions boundary that every role has. @default the roles have none, or different ones */
  readonly permissionsBoundary?: string;
  /** The path that every role has. @default the roles have none, or different ones */
  readonly rolePath?: string;
  /** Functions whose archives were left empty. */
  readonly withoutCode: readonly string[];
  readonly unrecognized: readonly UnrecognizedFact[];
  /** The number of an app's own resources, outside the architecture. */
  readonly notJudged: number;
  /** The same number, by the stack that has them. */
  readonly notJudgedIn: Readonly<Record<string, number>>;
  /** The user's own files in the artifact's folder, which aren't judged. */
  readonly unjudged: readonly string[];
}
