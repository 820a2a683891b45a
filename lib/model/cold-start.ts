import { z } from 'zod';

/** How cold starts are fought. */
export const coldStartSpec = z.strictObject({
  /** Workers that are always warm and serve this element alone; absent: none on functions, 1 on services. */
  provisioned: z.int().min(1).max(1_000).optional(),
});

export type ColdStart = z.output<typeof coldStartSpec>;
