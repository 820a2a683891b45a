import { cloudOf, targets } from '../../lib/model/target';
import { partWords } from './part-words';
import { rendersOrRefuses } from './properties';
import { Workshop } from './workshop';

const workshop = new Workshop();
afterAll(() => workshop.clear());

const mapOf = <T>(names: readonly string[], make: (name: string, index: number) => T): Record<string, T> =>
  Object.fromEntries(names.map((name, index) => [name, make(name, index)]));

/** An architecture in which everything has the name of some part, and `a` an element whose names go on with it. */
function called(names: readonly string[]): Record<string, unknown> {
  const next = (index: number): string => names[(index + 1) % names.length]!;
  const code = { runtime: 'nodejs22', code: 'code', handler: 'index.handler' };
  const firsts = names.slice(0, 3);
  return {
    name: names.at(-1)!,
    foundation: { ingress: { insecure: true } },
    functions: {
      a: {
        ...code,
        triggers: [{ rate: '1h' }, { queue: names[0] }, { topic: names[1] }, { bucket: names[2], on: ['created'] }],
      },
      ...mapOf(
        firsts.map((name) => `a-${name}`.slice(0, 30).replace(/-+$/, '')),
        () => ({
          ...code,
          coldStart: { warming: { instances: 1 } },
        }),
      ),
      ...mapOf(firsts, (_, index) => ({
        ...code,
        uses: {
          [`tables.${next(index)}`]: 'read',
          [`queues.${next(index)}`]: 'send',
          [`buckets.${next(index)}`]: 'read',
        },
        secrets: { KEY: next(index) },
      })),
    },
    services: mapOf(firsts, () => ({ image: 'nginx' })),
    apis: mapOf(firsts, (name) => ({ routes: { 'GET /a': `functions.${name}` } })),
    queues: mapOf(names, () => ({})),
    topics: mapOf(names, () => ({})),
    tables: mapOf(names, () => ({ partitionKey: { name: 'id', type: 'string' } })),
    buckets: mapOf(names, () => ({})),
    secrets: mapOf(names, () => ({})),
  };
}

const size = 14;
const groups = Array.from({ length: Math.ceil(partWords.length / size) }, (_, index) =>
  partWords.slice(Math.min(index * size, partWords.length - size), (index + 1) * size),
);

test('there are words of every kind of part', () => {
  for (const word of ['warmer', 'role-warmer', 'schedule', 'dead-letters', 'topic', 'invoker', 'trigger', 'live'])
    expect(partWords).toContain(word);
  expect(partWords.length).toBeGreaterThan(150);
});

/** One target of each cloud, or with TRIPTYCH_MATRIX all of them. */
const tried = process.env['TRIPTYCH_MATRIX'] === undefined ? (['aws-cdk', 'gcp-pulumi'] as const) : targets;

describe.each(tried)('names of parts as names of elements, on %s', (target) => {
  test.each(groups.map((names) => [names[0]!, names] as const))('read back equal from %s on', async (_, names) => {
    const valid = {
      tree: { ...called(names), targets: [target] },
      parameters: {},
      defaultsHold: true,
      targets: [target],
      withoutCode: false,
      refused: { aws: [], gcp: [] },
    };
    expect(cloudOf(target)).toBeDefined();
    expect(await rendersOrRefuses(valid, target, workshop)).toBe('rendered');
  });
});
