import type { GcpPlan } from '../../lib/cloud/gcp/architecture';
import { leaves, watched, type Excuse } from '../watched';
import { everything, other, planOf } from './gcp-shop';

const peak = { name: 'day', start: '0 8 * * *', end: '0 18 * * *', min: 3 };

const architecture = {
  tags: { team: 'shop' },
  foundation: { network: 'default' },
  functions: {
    f: {
      runtime: 'nodejs22',
      code: 'code',
      handler: 'answer',
      environment: { A: 'b' },
      http: 'public',
      uses: { 'tables.t': 'read', 'buckets.b': 'write', 'secrets.s': 'read' },
      coldStart: { provisioned: 1 },
    },
    peaks: { runtime: 'nodejs22', code: 'code', handler: 'answer', coldStart: { scheduled: [peak] } },
    warm: { runtime: 'nodejs22', code: 'code', handler: 'answer', coldStart: { warming: { instances: 1 } } },
    told: {
      runtime: 'nodejs22',
      code: 'code',
      handler: 'answer',
      triggers: [
        { rate: '5m' },
        { queue: 'ordered' },
        { topic: 'events' },
        { bucket: 'b', on: ['created'], prefix: 'a' },
      ],
      retry: { deadLetter: 'q' },
    },
  },
  services: {
    web: everything,
    other,
    told: { image: 'told', triggers: [{ topic: 'events' }, { schedule: '0 8 * * *' }] },
    warm: { image: 'warm', coldStart: { warming: { instances: 1 } } },
    given: {
      image: 'given',
      secrets: { TOKEN: 's' },
      uses: { 'tables.t': 'readwrite', 'functions.warm': 'invoke' },
    },
    peaks: { image: 'peaks', coldStart: { dynamic: { max: 2 }, scheduled: [peak] } },
  },
  apis: {
    lone: { routes: { 'ANY /{proxy+}': 'functions.f' } },
    main: { routes: { 'GET /a/{id}': 'functions.f', 'ANY /{rest+}': 'functions.f' } },
  },
  queues: { q: {}, ordered: { ordered: true } },
  topics: { events: {} },
  tables: { t: { partitionKey: { name: 'id', type: 'string' }, ttlAttribute: 'end' } },
  buckets: { b: { versioned: true, expireDays: 30 } },
  secrets: { s: {} },
};

/** Fields that no resource is made of, on both engines. */
export const about: readonly Excuse[] = [
  { field: /^plan\.name$/, why: 'the stamp says it' },
  { field: /^plan\.invokers\.\d+\.by$/, why: 'a load balancer has no identity of its own' },
  { field: /^plan\..*\.element$/, why: 'it says which element a plan is about' },
  { field: /\.archive\.bytes$/, why: 'the size decides before anything is rendered' },
];

/** The fields of a plan that a renderer doesn't read. */
export async function unreadBy(render: (plan: GcpPlan) => unknown): Promise<readonly string[]> {
  const plan = planOf(architecture);
  const read = new Set<string>();
  await render(watched(plan, 'plan', read));
  return [...leaves(plan, 'plan')].filter((field) => !read.has(field));
}
