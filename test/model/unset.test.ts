import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validate } from '../../lib/cli/validate';
import { check } from '../../lib/cloud/check';
import { load } from '../../lib/model/load';
import { ArchitectureError } from '../../lib/model/problem';
import { resolve } from '../../lib/model/resolve';
import type { Target } from '../../lib/model/target';

/** What is wrong with an architecture while its parameters have no values, and what is once they count as unset. */
function problemsOf(architecture: object, options: { typesOnly: boolean; targets?: readonly Target[] }): string[] {
  try {
    resolve(load({ name: 'shop', parameters: { p: { type: 'string' }, n: { type: 'number' } }, ...architecture }), [], {
      ...options,
      checks: check,
    });
  } catch (error) {
    if (error instanceof ArchitectureError) return error.problems.map(({ path, message }) => `${path}: ${message}`);
    throw error;
  }
  return [];
}

const p = '${parameters.p}';
const f = { runtime: 'nodejs22', code: 'code', handler: 'index.handler' };

test('types only: an unknown target refuses nothing', () => {
  const functions = { f: { ...f, architecture: 'arm64' } };
  expect(problemsOf({ functions, targets: [p] }, { typesOnly: true })).toEqual([]);
  expect(problemsOf({ functions, targets: ['aws-cdk', p] }, { typesOnly: true })).toEqual([]);
  expect(problemsOf({ functions, targets: [p] }, { typesOnly: true, targets: ['aws-pulumi'] })).toEqual([]);
});

test('types only: a value for one cloud may be unknown', () => {
  const functions = { f: { ...f, handler: { aws: p, gcp: 'x' } } };
  expect(problemsOf({ functions }, { typesOnly: true })).toEqual([]);
});

test('resolve: refuses a value for one cloud that has no value', () => {
  const functions = { f: { ...f, handler: { aws: p, gcp: 'x' } } };
  expect(problemsOf({ functions }, { typesOnly: false })).toEqual(['functions.f.handler: is required for aws']);
});

test('types only: an unknown address range does not remove the foundation', () => {
  const services = { s: { image: 'nginx' } };
  const foundation = { ingress: { allow: [p] } };
  expect(problemsOf({ services, foundation, targets: ['aws-cdk'] }, { typesOnly: true })).toEqual([]);
});

test('types only: an unknown timeout is not compared', () => {
  const healthCheck = { intervalSeconds: 5, timeoutSeconds: '${parameters.n}' };
  const services = { s: { image: 'nginx', healthCheck } };
  expect(problemsOf({ services, foundation: {} }, { typesOnly: true })).toEqual([]);
  expect(problemsOf({ services, foundation: {} }, { typesOnly: false })).toEqual([
    'services.s.healthCheck.timeoutSeconds: must be less than intervalSeconds (5), got 5',
  ]);
});

const n = '${parameters.n}';

test.each<[string, object]>([
  ['a schedule', { functions: { f: { ...f, triggers: [{ schedule: p }] } } }],
  ['a rate', { functions: { f: { ...f, triggers: [{ rate: p }] } } }],
  ['a queue', { functions: { f: { ...f, triggers: [{ queue: p }] } }, queues: { q: {} } }],
  ['a topic', { functions: { f: { ...f, triggers: [{ topic: p }] } }, topics: { t: {} } }],
  ['a bucket', { functions: { f: { ...f, triggers: [{ bucket: p, on: ['created'] }] } }, buckets: { b: {} } }],
  ['a CPU beside memory', { services: { s: { image: 'nginx', cpu: n, memoryMiB: 8192 } }, foundation: {} }],
  [
    'a maximum beside a minimum',
    { services: { s: { image: 'nginx', coldStart: { utilization: { min: 5, max: n } } } }, foundation: {} },
  ],
  ['both bounds', { functions: { f: { ...f, coldStart: { utilization: { min: n, max: n } } } } }],
  ['a verb', { functions: { f: { ...f, uses: { 'queues.q': p } } }, queues: { q: {} } }],
  ['a route', { functions: { f }, apis: { a: { routes: { 'GET /x': p, 'GET /y': { to: p } } } } }],
  ['a key', { tables: { t: { partitionKey: { name: p, type: p } } } }],
  ['an output', { topics: { t: {} }, outputs: { o: p } }],
])('types only: %s may be unknown', (_, architecture) => {
  expect(problemsOf(architecture, { typesOnly: true, targets: ['aws-cdk'] })).toEqual([]);
});

test.each<[string, object, string]>([
  [
    'windows that overlap, whatever their minimum is',
    {
      functions: {
        f: {
          ...f,
          coldStart: {
            scheduled: [
              { name: 'a', start: '0 8 * * *', end: '0 9 * * *', min: n },
              { name: 'b', start: '0 8 * * *', end: '0 9 * * *', min: n, max: n },
            ],
          },
        },
      },
    },
    'functions.f.coldStart.scheduled.1: overlaps a, or one begins in the minute in which the other ends',
  ],
  [
    'a window that never lasts, whatever its minimum is',
    {
      functions: {
        f: { ...f, coldStart: { scheduled: [{ name: 'a', start: '0 8 * * *', end: '0 8 * * *', min: n }] } },
      },
    },
    'functions.f.coldStart.scheduled.0: must last a minute or longer: it begins and ends at the same time',
  ],
  [
    'a trigger without a source, whatever its batch size is',
    { functions: { f: { ...f, triggers: [{ queue: 'nope', batchSize: n }] } } },
    'functions.f.triggers.0.queue: there is no queues.nope',
  ],
])('types only: fails with %s', (_, architecture, message) => {
  expect(problemsOf(architecture, { typesOnly: true, targets: ['aws-cdk'] })).toContain(message);
});

test('types only: windows that overlap at an unknown time are not compared', () => {
  const scheduled = [
    { name: 'a', start: p, end: '0 9 * * *', min: 2 },
    { name: 'b', start: '0 8 * * *', end: '0 9 * * *', min: 2 },
  ];
  const said = problemsOf({ functions: { f: { ...f, coldStart: { scheduled } } } }, { typesOnly: true });
  expect(said.filter((line) => line.includes('overlaps'))).toEqual([]);
});

test('types only: code that depends on an unknown value is not looked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'triptych-'));
  const said: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
  );
  try {
    const file = join(folder, 'architecture.yaml');
    writeFileSync(
      file,
      JSON.stringify({
        name: 'shop',
        parameters: { p: { type: 'string' } },
        functions: { a: { ...f, code: p }, b: { ...f, code: { aws: p, gcp: 'x' } }, c: { ...f, handler: p }, d: f },
      }),
    );
    expect(await validate.run([file])).toBe(1);
    expect(said.join('').match(/functions\.\w+/g)).toEqual(['functions.d', 'functions.d']);
  } finally {
    for (const spy of spies) spy.mockRestore();
    rmSync(folder, { recursive: true });
  }
});
