import { z } from 'zod';
import { namePattern } from './name';

export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'ANY'] as const;
export type Method = (typeof methods)[number];

/** `METHOD /path/{parameter}`, the last segment possibly `{name+}`, which stands for the rest of the path. */
const routeKey = /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|ANY) \/(?:(?:[A-Za-z0-9._~-]+|\{[A-Za-z_][A-Za-z0-9_]*\})\/)*(?:[A-Za-z0-9._~-]+|\{[A-Za-z_][A-Za-z0-9_]*\+?\})?$/;

const routeTarget = z.custom<`functions.${string}`>(
  (value) => typeof value === 'string' && value.startsWith('functions.') && namePattern.test(value.slice('functions.'.length)),
);

/** A REST API: HTTP methods and paths, each answered by a function. */
export const apiSpec = z.strictObject({
  /** From `METHOD /path` to the function that answers. `ANY /{proxy+}` takes everything, `/` included. */
  routes: z.record(
    z.string().regex(routeKey),
    z.union([routeTarget, z.strictObject({ to: routeTarget })]).transform((to) => (typeof to === 'string' ? { to } : to)),
  ),
});

export type ApiSpec = z.input<typeof apiSpec>;
export type ResolvedApi = z.output<typeof apiSpec>;
