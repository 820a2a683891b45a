import type { GcpPlan } from '../../lib/cloud/gcp/architecture';
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

/** A value that tells which of the fields in it that are no maps or lists are read. */
function watched<T>(value: T, path: string, read: Set<string>): T {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      const child: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return child;
      const at = `${path}.${key}`;
      if (typeof child !== 'object' || child === null) read.add(at);
      return watched(child, at, read);
    },
  });
}

function* leaves(value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null) yield path;
  else for (const [key, child] of Object.entries(value)) yield* leaves(child, `${path}.${key}`);
}

/** Fields that no resource is made of: whom a plan, or a part of one, is about. */
const about = /^plan\.(?:name|invokers\.\d+\.by|.*\.element)$/;

const all = [...leaves(planOf(architecture), 'plan')].filter((field) => !about.test(field));

/** The fields of a plan that a renderer doesn't read. */
export async function unreadBy(render: (plan: GcpPlan) => unknown): Promise<readonly string[]> {
  const read = new Set<string>();
  await render(watched(planOf(architecture), 'plan', read));
  return all.filter((field) => !read.has(field));
}
