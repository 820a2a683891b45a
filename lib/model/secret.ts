import { z } from 'zod';

/**
 * A value that nobody sees. It is made with one version that only holds a place; people and programs put the value
 * there, and no deployment touches it. Encrypted.
 */
export const secretSpec = z.strictObject({
  /** Keeps the secret and its versions when the architecture is destroyed. */
  retain: z.boolean().default(true),
});

export type SecretSpec = z.input<typeof secretSpec>;
export type ResolvedSecret = z.output<typeof secretSpec>;
