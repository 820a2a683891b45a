import { planOf } from './gcp-shop';

const day = { name: 'day', start: '0 8 * * MON-FRI', end: '0 18 * * 1-5', timezone: 'Europe/Berlin', min: 20 };

/** A function and a service with a peak each, a function with more than Google's default, and one of each without a peak. */
export const peaks = () =>
  planOf({
    functions: {
      f: { ...code, coldStart: { dynamic: { min: 2, max: 10 }, scheduled: [day] } },
      many: { ...code, coldStart: { scheduled: [{ ...day, min: 200 }] } },
      plain: code,
    },
    services: {
      web: { image: 'nginx', coldStart: { utilization: { min: 1, max: 5 }, scheduled: [{ ...day, max: 30 }] } },
      plain: { image: 'nginx' },
    },
  });

const code = { runtime: 'nodejs22', code: 'code', handler: 'answer' };

/** The JSON that a job sends. */
export const bodyOf = (job: unknown): unknown => {
  const { http_target: snake, httpTarget = snake } = job as Record<string, { body: string } | undefined>;
  return JSON.parse(Buffer.from(httpTarget!.body, 'base64').toString());
};
