/** What is said of what invokes a function, written by hand once for each engine. */
export const triggers = {
  name: 'f',
  triggers: [
    { queue: 'q', batchSize: 1 },
    { bucket: 'b', on: ['created', 'deleted'], prefix: 'in/' },
    { schedule: '0 8 * * 1-5', timezone: 'Europe/Berlin', input: { a: 1 }, index: 2 },
    { topic: 't' },
  ],
  retry: { maxRetries: 1, maxAgeSeconds: 604_800, deadLetter: 'd' },
  names: {
    serviceAccount: 'shop-f-trigger',
    jobs: { 'schedule-2': 'shop-f-job' },
    subscriptions: { 'queue-q': 'shop-f-q', 'topic-t': 'shop-f-t', 'bucket-b': 'shop-f-b' },
    topics: { 'bucket-b': 'shop-f-events' },
  },
  labels: { team: 'x' },
};

/** `{"a":1}` */
export const body = 'eyJhIjoxfQ==';
