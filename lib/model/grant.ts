import { z } from 'zod';
import { namePattern, type ElementId } from './name';

/** What an element may do with another one, by the other one's kind. */
export const verbs = {
  tables: ['read', 'write', 'readwrite'],
} as const;

export type Verb = (typeof verbs)[keyof typeof verbs][number];

const grantee = z
  .string()
  .regex(
    new RegExp(`^[A-Za-z]+\\.${namePattern.source.slice(1)}`),
    'must be <kind>.<name>, such as tables.orders',
  ) as unknown as z.ZodType<ElementId, ElementId>;

/** A map from `kind.name` to what may be done with it. Nothing else is allowed. */
export const usesSpec = z.record(grantee, z.enum(['read', 'write', 'readwrite'])).default({});

export type Uses = z.output<typeof usesSpec>;
