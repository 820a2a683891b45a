import { z } from 'zod';
import { outputNamePattern } from './name';

/** Reserved names: engines or Triptych use them for something else. */
export const reservedParameterNames = ['architecture', 'cloud', 'env', 'project', 'region', 'withoutCode'] as const;

export const parameterName = z
  .string()
  .regex(outputNamePattern, 'must be a lower-case letter, then letters and digits')
  .refine((name) => !(reservedParameterNames as readonly string[]).includes(name), {
    error: `is reserved; reserved names: ${reservedParameterNames.join(', ')}`,
  });

/** Value that is set when the architecture is rendered. */
export const parameterSpec = z.strictObject({
  /**
   * Type of the value. A `string` that only environments and outputs use may be a value that only the engine has, such as
   * a token of CDK or an output of Pulumi.
   */
  type: z.enum(['string', 'number', 'boolean']),
  /**
   * Value if none is set. Default: none; an optional field that uses the parameter is left out, a required one is an
   * error.
   */
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /**
   * Allows that the parameter has no value. Without it, a parameter that has neither a value nor a default is a warning.
   * Default: false.
   */
  optional: z.boolean().optional(),
  /** Description for people. Default: none. */
  description: z.string().optional(),
});

export type ParameterSpec = z.output<typeof parameterSpec>;
export type ParameterValue = string | number | boolean;

/** Value from a source, and its exact origin. */
export interface GivenValue {
  /** Text is parsed as the parameter's type; empty text counts as no value. */
  readonly value: unknown;
  /** Such as `TRIPTYCH_PROVISIONED_CONCURRENCY` or `-c provisionedConcurrency`. */
  readonly from: string;
  /**
   * True of a value that the source keeps encrypted: an error, since parameters are deployed in plain text.
   * @default false
   */
  readonly encrypted?: boolean;
  /** The engine that has the value, which the program only passes on. @default the value is plain */
  readonly held?: HeldValue;
}

/** A value that only an engine has, as the engine describes it. */
export interface HeldValue {
  /** `CDK`, `CDKTF`, `Pulumi`. */
  readonly engine: string;
  /** Only a text can stand for a parameter. */
  readonly is: 'text' | 'number' | 'list' | 'secret';
}

/** Name that is set but matches no parameter. */
export interface UnknownName {
  /** The name as the source writes it. */
  readonly from: string;
  readonly severity: 'error' | 'warning';
  /** Advice on what to change. @default a list of the declared parameters */
  readonly hint?: string;
}

/** Source of parameter values: flags, an engine's context or configuration, the environment. */
export interface ParameterSource {
  /** Such as `--param`, `CDK context`, `environment`. */
  readonly name: string;
  /** Returns the value of a parameter; undefined if the source sets none. */
  get(parameter: string): GivenValue | undefined;
  /** Returns names that match no declared parameter. Absent in sources that hold other settings too. */
  unknown?(declared: readonly string[]): readonly UnknownName[];
}

/** `provisionedConcurrency` → `PROVISIONED_CONCURRENCY` */
export const constantCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toUpperCase();

/** Environment variable that sets a parameter. */
export const variableOf = (parameter: string): string => `TRIPTYCH_${constantCase(parameter)}`;

/** Hint that lists the ways to set a parameter. */
export const howToSet = (parameter: string): string =>
  `set it with --param ${parameter}=…, your engine's context or configuration, or ${variableOf(parameter)}, or give it a default`;
