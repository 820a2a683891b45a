import { z } from 'zod';

const attributePattern = /^[A-Za-z_][A-Za-z0-9_.-]{0,254}$/;
const attributeName = z
  .string()
  .regex(attributePattern, 'must be a letter or _, then up to 254 letters, digits and _.-');

const keySpec = z.strictObject({
  /** The attribute's name. */
  name: attributeName,
  /** What kind of value it holds. */
  type: z.enum(['string', 'number']),
});

/** A table of items that are found by key. Encrypted, paid per request. */
export const tableSpec = z.strictObject({
  /** The attribute by which items are spread and found. */
  partitionKey: keySpec,
  /** The attribute by which items of one partition are sorted. */
  sortKey: keySpec.optional(),
  /** The attribute that holds the time, in seconds since 1970, after which an item is deleted; absent: never. */
  ttlAttribute: attributeName.optional(),
  /** Keeps the table and its items when the architecture is destroyed. */
  retain: z.boolean().default(true),
});

export type TableSpec = z.input<typeof tableSpec>;
export type ResolvedTable = z.output<typeof tableSpec>;
