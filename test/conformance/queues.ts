import type { Case } from './cases';

const code = 'runtime: nodejs22, code: code, handler: index.handler';

const withQueue = (fields: string, rest = ''): string => `
name: shop
queues: { jobs: { ${fields} } }${rest}`;

const sender = (environment: string): string => `
functions: { f: { ${code}, environment: { ${environment} }, uses: { queues.jobs: send } } }`;

/** Queues, with those who send to them and without. */
export const queues: readonly Case[] = [
  { name: 'a queue with nothing but its name', text: withQueue('') },
  { name: 'a queue that keeps the order', text: withQueue('ordered: true') },
  {
    name: 'a queue with every field',
    text: withQueue('maxDeliveryAttempts: 10, retentionDays: 7, timeoutSeconds: 120, ordered: false'),
  },
  {
    name: 'a queue with the least of everything',
    text: withQueue('maxDeliveryAttempts: 1, retentionDays: 1, timeoutSeconds: 1'),
  },
  {
    name: 'a queue with the most of everything, in order',
    text: withQueue('maxDeliveryAttempts: 100, retentionDays: 14, timeoutSeconds: 43200, ordered: true'),
  },
  { name: 'a queue to which a function sends', text: withQueue('', sender('URL: "${queues.jobs.url}"')) },
  {
    name: 'a queue in every place where it may be named',
    text: withQueue(
      '',
      `${sender('NAME: "${queues.jobs.name}", AT: "<${queues.jobs.url}>", ALL: "${queues.jobs.url}/${queues.jobs.name}", ARN: "${queues.jobs.arn}"')}
outputs: { name: "\${queues.jobs.name}", url: "\${queues.jobs.url}", arn: "\${queues.jobs.arn}" }`,
    ),
  },
  { name: 'a queue with tags', text: withQueue('ordered: true', '\ntags: { Team: Payments }') },
  {
    name: 'queues of which one is named like a part of the other',
    text: `
name: shop
queues: { a: {}, a-dead: {}, a-dead-letter: {}, a-dead-letters: { ordered: true }, a-topic: {}, a-queue: {} }
topics: { a: {}, a-topic: {}, a-dead-letter: {} }`,
  },
  {
    name: 'queues with the longest name',
    text: `
name: a-name-of-thirty-characters-00
queues: { a-name-of-thirty-characters-00: {}, a-name-of-thirty-characters-01: { ordered: true } }
topics: { a-name-of-thirty-characters-00: {} }`,
  },
];

/** Topics, with those who publish to them and without. */
export const topics: readonly Case[] = [
  { name: 'a topic', text: '\nname: shop\ntopics: { events: {} }' },
  {
    name: 'a topic to which a function publishes, with tags',
    text: `
name: shop
tags: { team: x }
topics: { events: {}, other: {} }
functions: { f: { ${code}, environment: { NAME: "\${topics.events.name}", ARN: "\${topics.events.arn}" }, uses: { topics.events: publish } } }
outputs: { name: "\${topics.other.name}", arn: "\${topics.other.arn}" }`,
  },
];
