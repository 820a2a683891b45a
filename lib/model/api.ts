import { z } from 'zod';
import { logRetentions } from './log';
import { namePattern } from './name';

export const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'ANY'] as const;
export type Method = (typeof methods)[number];

/** `METHOD /path/{parameter}`; the last segment may be `{name+}`, which matches the rest of the path. */
export const routePattern =
  /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|ANY) \/(?:(?:[A-Za-z0-9._~-]+|\{[A-Za-z_][A-Za-z0-9_]*\})\/)*(?:[A-Za-z0-9._~-]+|\{[A-Za-z_][A-Za-z0-9_]*\+?\})?$/;

const routeTarget = z
  .string()
  .regex(
    new RegExp(`^functions\\.${namePattern.source.slice(1)}`),
    'must be functions.<name>, the function that answers',
  ) as unknown as z.ZodType<`functions.${string}`, `functions.${string}`>;

/** REST API that routes HTTP methods and paths to functions. */
export const apiSpec = z.strictObject({
  /** Routes: a map from `METHOD /path` to a function. `ANY /{proxy+}` matches every request, `/` included. */
  routes: z.record(
    z
      .string()
      .regex(
        routePattern,
        'must be METHOD /path, such as GET /orders/{id}: a method of GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS, ANY; ' +
          'letters, digits and ._~- or a whole {parameter} between slashes; {name+} only at the end',
      ),
    z
      .union([
        routeTarget,
        z.strictObject({
          /** Function that handles the request, as `functions.<name>`. */
          to: routeTarget,
        }),
      ])
      .transform((to) => (typeof to === 'string' ? { to } : to)),
  ),
  /** Retention of the access log, in days. */
  logRetentionDays: z.literal(logRetentions).default(30),
});

export type ApiSpec = z.input<typeof apiSpec>;
export type ResolvedApi = z.output<typeof apiSpec>;
