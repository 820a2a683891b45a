import { z } from 'zod';

/** Names that engines or this project use for something else. */
export const reservedParameterNames = ['architecture', 'cloud', 'env', 'project', 'region', 'withoutCode'] as const;

export const parameterName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/, 'must be a lower-case letter, then letters and digits')
  .refine((name) => !(reservedParameterNames as readonly string[]).includes(name), {
    error: `is reserved; reserved names: ${reservedParameterNames.join(', ')}`,
  });

/** A value that is given when the architecture is rendered. */
export const parameterSpec = z.strictObject({
  /** What kind of value it is. */
  type: z.enum(['string', 'number', 'boolean']),
  /** The value where none is given; absent: the field that names the parameter stays unset. */
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** What it is for. */
  description: z.string().optional(),
});

export type ParameterSpec = z.output<typeof parameterSpec>;
export type ParameterValue = string | number | boolean;

/** A value as a source gives it, and where exactly it comes from. */
export interface GivenValue {
  /** Text is read as the parameter's type; empty text is no value. */
  readonly value: unknown;
  /** Such as `TRIPTYCH_PROVISIONED_CONCURRENCY` or `-c provisionedConcurrency`. */
  readonly from: string;
  /**
   * Whether it is kept encrypted there. A parameter is written in plain text, so that is an error.
   * @default false
   */
  readonly encrypted?: boolean;
}

/** A name that is given, but that no parameter has. */
export interface UnknownName {
  /** The name, as it is written there. */
  readonly from: string;
  readonly severity: 'error' | 'warning';
  readonly hint?: string;
}

/** Something that gives parameters their values: flags, an engine's context or configuration, the environment. */
export interface ParameterSource {
  /** Such as `--param`, `CDK context`, `environment`. */
  readonly name: string;
  /** The value that is given for a parameter, if one is. */
  get(parameter: string): GivenValue | undefined;
  /** What is given for no declared parameter; left out by sources that hold other things too. */
  unknown?(declared: readonly string[]): readonly UnknownName[];
}

/** `provisionedConcurrency` → `PROVISIONED_CONCURRENCY` */
export const constantCase = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toUpperCase();

/** The environment variable that sets a parameter. */
export const variableOf = (parameter: string): string => `TRIPTYCH_${constantCase(parameter)}`;

/** How a parameter can be given a value, for hints. */
export const howToSet = (parameter: string): string =>
  `set it with --param ${parameter}=…, your engine's context or configuration, or ${variableOf(parameter)}, or give it a default`;
