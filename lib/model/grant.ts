import { z } from 'zod';
import { elementId, elementName, namePattern, type ElementId } from './name';
import { environmentName } from './text';

/** What an element may do with another one, by the other one's kind. */
export const verbs = {
  functions: ['invoke'],
  services: ['invoke'],
  queues: ['send'],
  topics: ['publish'],
  buckets: ['read', 'write', 'readwrite'],
  tables: ['read', 'write', 'readwrite'],
  secrets: ['read'],
} as const;

/** A kind of elements that others can use. */
export type UsableKind = keyof typeof verbs;
export type Verb = (typeof verbs)[UsableKind][number];

const grantee = z
  .string()
  .regex(
    new RegExp(`^[A-Za-z]+\\.${namePattern.source.slice(1)}`),
    'must be <kind>.<name>, such as tables.orders',
  ) as unknown as z.ZodType<ElementId, ElementId>;

/** A map from `kind.name` to what may be done with it. Nothing else is allowed. */
export const usesSpec = z
  .record(grantee, z.enum(['read', 'write', 'readwrite', 'send', 'publish', 'invoke']))
  .default({});

export type Uses = z.output<typeof usesSpec>;

/** A map from a variable of the environment to a secret's name. */
export const secretsSpec = z.record(environmentName, elementName).default({});

/** An element that may do something with others. */
export interface WithUses {
  readonly uses: Uses;
  /** Secrets that the environment leads to, which the element may read without saying so twice. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** All that an element may do: what it says, and reading the secrets that it is given. */
export const usesOf = ({ uses, secrets }: WithUses): Uses => ({
  ...uses,
  ...Object.fromEntries(Object.values(secrets).map((name) => [elementId('secrets', name), 'read' as const])),
});
