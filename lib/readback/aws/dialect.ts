import type { Artefact } from '../artefact';
import type { Pointer } from '../made';
import type { Path, Resource } from '../resource';
import type { Lookup } from '../text';
import type { Granted } from './grant';

/** One engine's spelling of AWS's resources, where both engines have the same ones, in CloudFormation's words. */
export interface Dialect {
  readonly types: Readonly<Record<TypeName, string>>;
  /** The engine's name for CloudFormation's `MetricName`. */
  readonly word: (cloudFormation: string) => string;
  /** The path to a property that is given in CloudFormation's words. */
  readonly path: (...words: readonly string[]) => Path;
  /** The engine's reference for `Ref`, or for an attribute of `Fn::GetAtt`. */
  readonly to: (resource: Resource, attribute: string) => Pointer;
  /** The engine's form of a part's name: `alarm-errors`. */
  readonly part: (name: string) => string;
  /** The engine's form of a metric's dimensions. */
  readonly dimensions: (values: Readonly<Record<string, unknown>>) => unknown;
  /** The engine's name, in CloudFormation's form, for the settings of each type of a listener's action. */
  readonly actions: Readonly<Record<'redirect' | 'fixed-response', string>>;
  /** Reads the certificate of a listener, if it has exactly one. */
  readonly readCertificate: (listener: Resource) => string | undefined;
  /** The engine's form of a condition of a listener rule, and the path to the condition's value in it. */
  readonly conditions: Readonly<Record<'path' | 'host', Condition>>;
  /** The paths to the name and the value of an exported parameter. */
  readonly exported: { readonly name: Path; readonly value: Path };
  readonly lookupIn: (artefact: Artefact) => Lookup;
  readonly grantedAt: (pointer: unknown, artefact: Artefact) => Granted | undefined;
  /** Reads how many days a log group keeps its logs, and that it is deleted with its stack. */
  readonly readLogs: (logs: Resource) => number | undefined;
  /** Requires that a configuration is for a function's alias. */
  readonly isForAlias: (config: Resource, alias: Resource) => boolean;
  /** Requires the settings of a target group that engines write in different forms. */
  readonly requireTargetGroup: (group: Resource) => void;
}

/** One condition of a listener rule. */
export interface Condition {
  readonly of: (value: string | undefined) => object;
  readonly value: Path;
}

/** The types of resources that readers for both engines look for. */
export type TypeName =
  | 'address'
  | 'alarm'
  | 'alias'
  | 'api'
  | 'association'
  | 'endpoint'
  | 'eventRule'
  | 'flowLog'
  | 'integration'
  | 'internetGateway'
  | 'logs'
  | 'natGateway'
  | 'networkRoute'
  | 'parameter'
  | 'retry'
  | 'route'
  | 'routeTable'
  | 'schedule'
  | 'stage'
  | 'subnet'
  | 'subscription'
  | 'vpc';
