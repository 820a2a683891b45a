import { z } from 'zod';

/** Names that engines or this project use for something else. */
export const reservedParameterNames = ['architecture', 'cloud', 'env', 'project', 'region', 'withoutCode'] as const;

export const parameterName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .refine((name) => !(reservedParameterNames as readonly string[]).includes(name));

/** A value that is given when the architecture is rendered. */
export const parameterSpec = z.strictObject({
  type: z.enum(['string', 'number', 'boolean']),
  /** The value where none is given; absent: the field that names the parameter stays unset. */
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  description: z.string().optional(),
});

export type ParameterSpec = z.output<typeof parameterSpec>;
export type ParameterValue = string | number | boolean;
