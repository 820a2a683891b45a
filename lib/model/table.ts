import { z } from 'zod';

const keySpec = z.strictObject({
  /** The attribute's name. */
  name: z.string().regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,254}$/),
  type: z.enum(['string', 'number']),
});

/** A table of items that are found by key. Encrypted, paid per request. */
export const tableSpec = z.strictObject({
  /** The attribute by which items are spread and found. */
  partitionKey: keySpec,
  /** The attribute by which items of one partition are sorted. */
  sortKey: keySpec.optional(),
  /** The attribute that holds the time, in seconds since 1970, after which an item is deleted; absent: never. */
  ttlAttribute: z.string().regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,254}$/).optional(),
  /** Keeps the table and its items when the architecture is destroyed. */
  retain: z.boolean().default(true),
});

export type TableSpec = z.input<typeof tableSpec>;
export type ResolvedTable = z.output<typeof tableSpec>;
