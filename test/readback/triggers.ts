/** What is said on AWS of a function that everything invokes, and that was written by hand once for each engine. */
export const listening = {
  runtime: 'nodejs22',
  handler: 'index.handler',
  code: { sha256: 'c0de' },
  architecture: 'x86_64',
  memoryMiB: 256,
  network: 'none',
  timeoutSeconds: 60,
  environment: {},
  http: undefined,
  uses: {},
  coldStart: {},
  logRetentionDays: 30,
  logFormat: 'text',
  tracing: false,
  triggers: [
    { queue: 'jobs', batchSize: 20, maxConcurrency: 7 },
    { bucket: 'uploads', on: ['created', 'deleted'], prefix: 'in/' },
    { schedule: '0 3 * * 1', timezone: 'Europe/Berlin', input: { a: '<aws.scheduler.x>' } },
    { rate: '5m', input: {} },
    { topic: 'events' },
  ],
  retry: { maxRetries: 1, maxAgeSeconds: 600, deadLetter: 'failed' },
  alarms: [],
  invokedBy: [
    { by: 'buckets.uploads', through: 'alias' },
    { by: 'topics.events', through: 'alias' },
  ],
  tags: { team: 'x' },
};

/** What the schedules of both engines hand over. */
export const handedOver = '{"a":"\\u003caws.scheduler.x>"}';
