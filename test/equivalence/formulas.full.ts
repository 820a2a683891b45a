import type { Cloud } from '../../lib/model/target';
import { differencesIn, render } from '../rendering';

/** A function of any formula. */
type Formula = (...given: never[]) => unknown;
type Formulas = Readonly<Record<string, Formula>>;

/** The formula that is wrong at the moment, and what becomes of its results. */
let mockWrong: { readonly name: string; readonly change: (result: never) => unknown } | undefined;

/** A module whose formulas are wrong when they are asked to be. */
function mockFormulas(actual: Formulas): Formulas {
  const wrong = ([name, formula]: readonly [string, Formula]) => {
    const mocked: Formula = (...given) => {
      const result = formula(...given) as never;
      return mockWrong?.name === name ? mockWrong.change(result) : result;
    };
    return [name, mocked] as const;
  };
  return Object.fromEntries(Object.entries(actual).map(wrong));
}

jest.mock('../../lib/cloud/aws/approximation', () =>
  mockFormulas(jest.requireActual('../../lib/cloud/aws/approximation')),
);
jest.mock('../../lib/cloud/gcp/approximation', () =>
  mockFormulas(jest.requireActual('../../lib/cloud/gcp/approximation')),
);
jest.mock('../../lib/cloud/queue-timeout', () => mockFormulas(jest.requireActual('../../lib/cloud/queue-timeout')));

/** An architecture that meets every formula. */
const text = `
name: shop
foundation: { ingress: { insecure: true } }
functions:
  f: { runtime: nodejs22, code: code, handler: index.handler, coldStart: { dynamic: { min: 2, max: 20 } } }
  used: { runtime: nodejs22, code: code, handler: index.handler }
  user: { runtime: nodejs22, code: code, handler: index.handler, uses: { functions.used: invoke } }
  events:
    runtime: nodejs22
    code: code
    handler: index.handler
    timeoutSeconds: 30
    triggers: [{ topic: t }, { rate: 5m }, { queue: jobs, batchSize: 5 }]
    retry: { maxAgeSeconds: 3600 }
services:
  s: { image: nginx, cpu: 1, memoryMiB: 2048, ingress: public, coldStart: { dynamic: { min: 1, max: 3 } } }
apis: { lone: { routes: { 'ANY /{proxy+}': functions.f } } }
queues: { q: { timeoutSeconds: 300, maxDeliveryAttempts: 7 }, jobs: {} }
topics: { t: {} }`;

const more = (result: number): number => result + 1;

/** Each formula, how it is wrong, and the field that a comparison finds. */
const wrongs: Readonly<
  Record<Cloud, Readonly<Record<string, readonly [change: (result: never) => unknown, path: RegExp]>>>
> = {
  aws: {
    batchSizeFor: [more, /^functions\.events\.triggers$/],
    requestsPerContainer: [more, /^services\.s\.requestsPerMinute$/],
    queueTimeoutSeconds: [more, /^queues\.q\.timeoutSeconds$/],
  },
  gcp: {
    ackDeadlineSeconds: [more, /^queues\.q\.timeoutSeconds$/],
    deliveryAttempts: [more, /^queues\.q\.maxDeliveryAttempts$/],
    retentionSeconds: [more, /^functions\.events\.retry\.maxAgeSeconds$/],
    attemptSeconds: [more, /^functions\.events\.triggers$/],
    functionBounds: [
      (bounds: { readonly min: number; readonly max: number }) => ({ ...bounds, max: bounds.max + 1 }),
      /^functions\.f\.coldStart\.dynamic\.max$/,
    ],
    functionCpu: [(cpu: string | undefined) => (cpu === undefined ? '1' : undefined), /^functions\.f\.concurrency/],
    boundsOf: [
      (bounds: { readonly min: number; readonly max: number } | undefined) =>
        bounds && { ...bounds, max: bounds.max + 1 },
      /^services\.s\.coldStart\.dynamic\.max$/,
    ],
    runCpu: [more, /^services\.s\.cpu$/],
    runMemoryMiB: [more, /^services\.s\.memoryMiB$/],
    startupFailures: [more, /^services\.s!.*startup_probe/],
    loneFunction: [() => undefined, /^apis\.lone$/],
    isUsed: [(is: boolean) => !is, /^functions\.used\.http$/],
    queueTimeoutSeconds: [more, /^queues\.q\.timeoutSeconds$/],
  },
};

const targets = { aws: 'aws-cdk', gcp: 'gcp-cdktf' } as const satisfies Record<Cloud, string>;

describe.each(['aws', 'gcp'] as const)('a comparison on %s', (cloud) => {
  const pathsOf = async (): Promise<string[]> =>
    differencesIn(await render({ text }, targets[cloud])).map(({ path }) => path);

  afterEach(() => (mockWrong = undefined));

  it('finds nothing while every formula is right', async () => expect(await pathsOf()).toEqual([]));

  it.each(Object.keys(wrongs[cloud]))('finds a wrong %s', async (name) => {
    const [change, path] = wrongs[cloud][name]!;
    mockWrong = { name, change };
    expect(await pathsOf()).toContainEqual(expect.stringMatching(path));
  });

  it('has a case for every formula', () => {
    const actual = [`../../lib/cloud/${cloud}/approximation`, '../../lib/cloud/queue-timeout'].flatMap((module) =>
      Object.keys(jest.requireActual(module)),
    );
    expect(Object.keys(wrongs[cloud]).sort()).toEqual(actual.sort());
  });
});
