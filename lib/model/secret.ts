import { z } from 'zod';

/**
 * Secret, created with a placeholder as its first version. People and programs set the value; no deployment changes it.
 * Encrypted.
 */
export const secretSpec = z.strictObject({
  /** Keeps the secret and its versions when the architecture is destroyed. */
  retain: z.boolean().default(true),
});

export type SecretSpec = z.input<typeof secretSpec>;
export type ResolvedSecret = z.output<typeof secretSpec>;
