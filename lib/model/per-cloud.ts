import { z } from 'zod';
import { clouds, type Cloud } from './target';

/** A value for each cloud; absent: none for that cloud. */
export type PerCloud = Readonly<Partial<Record<Cloud, string>>>;

/** One value for every cloud, or one for each. */
export const perCloud = (value: z.ZodType<string, string>) =>
  z
    .union([
      value,
      z.strictObject({
        /** On AWS. */
        aws: value.optional(),
        /** On Google Cloud. */
        gcp: value.optional(),
      } satisfies Record<Cloud, z.ZodType>),
    ])
    .transform((written): PerCloud =>
      typeof written === 'string' ? Object.fromEntries(clouds.map((cloud) => [cloud, written])) : written,
    );
