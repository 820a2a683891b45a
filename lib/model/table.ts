import { z } from 'zod';

const attributePattern = /^[A-Za-z_][A-Za-z0-9_.-]{0,254}$/;
const attributeName = z
  .string()
  .regex(attributePattern, 'must be a letter or _, then up to 254 letters, digits and _.-');

const keySpec = z.strictObject({
  /** Name of the attribute. */
  name: attributeName,
  /** Type of its values. */
  type: z.enum(['string', 'number']),
});

/** Table of items that are read and written by key. Encrypted, billed per request. */
export const tableSpec = z.strictObject({
  /** Partition key: the attribute that distributes items and finds them. */
  partitionKey: keySpec,
  /** Sort key: the attribute that orders the items of one partition. Default: none, one item per partition key. */
  sortKey: keySpec.optional(),
  /** Attribute with the time, in seconds since 1970, after which an item is deleted. Default: items don't expire. */
  ttlAttribute: attributeName.optional(),
  /**
   * Keeps continuous backups, from which an earlier state can be restored into another table: of any second of the last
   * 35 days on AWS, of any minute of the last 7 days on Google Cloud. Both bill the size of the backups.
   */
  pointInTimeRecovery: z.boolean().default(true),
  /** Keeps the table and its items when the architecture is destroyed. */
  retain: z.boolean().default(true),
});

export type TableSpec = z.input<typeof tableSpec>;
export type ResolvedTable = z.output<typeof tableSpec>;
