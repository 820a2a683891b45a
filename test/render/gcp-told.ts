import { planOf } from './gcp-shop';

const code = { runtime: 'nodejs22', code: 'code', handler: 'answer', timeoutSeconds: 5 };

/** A function that everything invokes, one whose failures are lost, and a service. */
export const told = () =>
  planOf({
    functions: {
      f: {
        ...code,
        triggers: [
          { schedule: '0 8 * * MON', timezone: 'Europe/Berlin', input: { a: 1 } },
          { queue: 'jobs' },
          { topic: 'events' },
          { bucket: 'uploads', on: ['created'], prefix: 'in/' },
          { bucket: 'uploads', on: ['deleted'] },
        ],
        retry: { maxRetries: 1, deadLetter: 'failed' },
      },
      loses: { ...code, triggers: [{ topic: 'events' }], retry: { maxAgeSeconds: 60 } },
      plain: code,
    },
    services: { web: { image: 'nginx', triggers: [{ rate: '2h' }] } },
    queues: { jobs: { ordered: true, timeoutSeconds: 1_000, maxDeliveryAttempts: 2 }, failed: {} },
    topics: { events: {} },
    buckets: { uploads: { versioned: true } },
  });
