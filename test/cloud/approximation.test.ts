import * as fc from 'fast-check';
import * as aws from '../../lib/cloud/aws/approximation';
import * as gcp from '../../lib/cloud/gcp/approximation';
import { planFunctionWarmth } from '../../lib/cloud/gcp/cold-start';
import { queueTimeoutSeconds } from '../../lib/cloud/queue-timeout';
import { architectureSpec, type ResolvedArchitecture } from '../../lib/model/architecture';
import { timeoutOf } from '../../lib/model/consumer';
import { coldStartSpec } from '../../lib/model/cold-start';
import type { Kind } from '../../lib/model/kind';
import type { Target } from '../../lib/model/target';
import { expectGcpFunctionColdStart } from '../../lib/facts/cold-start';
import { loneFunction } from '../../lib/support/api';
import { approximate } from '../../lib/support/approximate';
import type { ElementOf } from '../../lib/support/judge';
import { cloudBounds, cloudFunctionBounds } from '../../lib/support/workers';
import { plainFunction } from '../model/architectures';

const architectureOf = (written: object): ResolvedArchitecture => architectureSpec.parse({ name: 'shop', ...written });

/** An element as support promises it. */
function promised<K extends Kind>(kind: K, name: string, architecture: ResolvedArchitecture, target: Target) {
  const element = architecture[kind][name] as ElementOf<K>;
  return approximate(kind, { name, element, architecture }, target);
}

const numbers = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('a formula of a plan for GCP is the same as the value that support promises', () => {
  test('deliveries before a message is forwarded', () => {
    for (const maxDeliveryAttempts of numbers(1, 100)) {
      const architecture = architectureOf({ queues: { q: { maxDeliveryAttempts } } });
      expect(promised('queues', 'q', architecture, 'gcp-cdktf').maxDeliveryAttempts).toBe(
        gcp.deliveryAttempts(maxDeliveryAttempts),
      );
    }
  });

  test('the acknowledgement deadline', () => {
    const timeouts = [...numbers(1, 700), ...numbers(43_190, 43_200)];
    for (const timeoutSeconds of timeouts) {
      const architecture = architectureOf({ queues: { q: { timeoutSeconds } } });
      expect(promised('queues', 'q', architecture, 'gcp-cdktf').timeoutSeconds).toBe(
        gcp.ackDeadlineSeconds(timeoutSeconds),
      );
    }
  });

  test('the retention of events', () => {
    const ages = [...numbers(60, 1_300), 21_600];
    for (const maxAgeSeconds of ages)
      for (const deadLetter of [undefined, 'q']) {
        const retry = { maxRetries: 1, maxAgeSeconds, ...(deadLetter && { deadLetter }) };
        const f = { ...plainFunction, triggers: [{ topic: 't' }], retry };
        const architecture = architectureOf({ functions: { f }, topics: { t: {} }, queues: { q: {} } });
        expect(promised('functions', 'f', architecture, 'gcp-pulumi').retry.maxAgeSeconds).toBe(
          gcp.retentionSeconds(retry),
        );
      }
  });

  test('CPU and memory of a service', () => {
    const memories = [...numbers(4, 33).map((gib) => gib * 1_024 - 1), ...numbers(1, 64).map((half) => half * 512)];
    for (const cpu of [0.25, 0.5, 1, 2, 4, 8])
      for (const memoryMiB of memories.filter((memory) => memory >= 512 && memory <= 32_768)) {
        const architecture = architectureOf({ services: { s: { image: 'nginx', cpu, memoryMiB } } });
        const service = architecture.services['s']!;
        expect(promised('services', 's', architecture, 'gcp-cdktf')).toMatchObject({
          cpu: gcp.runCpu(service),
          memoryMiB: gcp.runMemoryMiB(service),
        });
      }
  });

  test('the instances of a function', () => {
    const workers = fc.integer({ min: 1, max: 1_000 });
    const bounds = fc.tuple(workers, workers).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
    const window = fc.record(
      {
        min: workers,
        max: workers,
        name: fc.constant('w'),
        start: fc.constant('0 8 * * *'),
        end: fc.constant('0 9 * * *'),
      },
      { requiredKeys: ['min', 'name', 'start', 'end'] },
    );
    const scheduled = fc.option(fc.array(window, { minLength: 1, maxLength: 3 }), { nil: undefined });
    const base = fc.oneof(
      fc.record({ dynamic: fc.record({ min: workers, max: workers }, { requiredKeys: [] }) }),
      fc.record({ provisioned: workers }),
      fc.record({ utilization: bounds.map((both) => ({ ...both, target: 0.7 })) }),
      fc.constant({}),
    );
    fc.assert(
      fc.property(base, scheduled, (strategy, windows) => {
        const coldStart = coldStartSpec.parse({ ...strategy, ...(windows && { scheduled: windows }) });
        expect(gcp.boundsOf(coldStart)).toEqual(cloudBounds(coldStart));
        const architecture = architectureOf({ functions: { f: { ...plainFunction, coldStart } } });
        expect(gcp.functionBounds(coldStart)).toEqual(cloudFunctionBounds(coldStart));
        const fact = expectGcpFunctionColdStart(promised('functions', 'f', architecture, 'gcp-cdktf').coldStart);
        const { min, max } = planFunctionWarmth(coldStart);
        expect(fact.dynamic).toEqual({ min, max });
        expect(fact.provisioned).toBeUndefined();
        expect(fact.scheduled?.map((one) => one.min) ?? []).toEqual((windows ?? []).map((one) => one.min));
        const valid = (windows ?? []).filter((one) => one.max === undefined || one.max >= one.min);
        for (const one of valid) expect(max).toBeGreaterThanOrEqual(one.min);
      }),
    );
  });

  test('the function that an API is', () => {
    const key = fc.constantFrom(
      'ANY /{proxy+}',
      'ANY /{p_1+}',
      'GET /{proxy+}',
      'ANY /{id}',
      'ANY /a/{rest+}',
      'ANY /',
    );
    const routes = fc.dictionary(key, fc.constantFrom('functions.f', 'functions.g', 'functions.gone'), { maxKeys: 2 });
    const architecture = architectureOf({
      functions: { f: plainFunction, g: { ...plainFunction, triggers: [{ rate: '5m' }] } },
    });
    fc.assert(
      fc.property(routes, (written) => {
        const api = architectureOf({ apis: { a: { routes: written } } }).apis['a']!;
        expect(gcp.loneFunction(api, architecture)).toBe(loneFunction(api, architecture));
      }),
    );
  });

  test('a function that others use', () => {
    const uses = fc.dictionary(fc.constantFrom('functions.f', 'functions.g'), fc.constant('invoke'));
    fc.assert(
      fc.property(uses, uses, (ofFunction, ofService) => {
        const architecture = architectureOf({
          functions: { f: plainFunction, g: { ...plainFunction, uses: ofFunction } },
          services: { s: { image: 'nginx', uses: ofService } },
        });
        expect(promised('functions', 'f', architecture, 'gcp-cdktf').http).toBe(
          gcp.isUsed('f', architecture) ? 'private' : undefined,
        );
      }),
    );
  });
});

describe('a formula of a plan for AWS is the same as the value that support promises', () => {
  test('the size of a batch', () => {
    for (const batchSize of [...numbers(1, 30), 10_000])
      for (const ordered of [true, false]) {
        const f = { ...plainFunction, triggers: [{ queue: 'q', batchSize }] };
        const architecture = architectureOf({ functions: { f }, queues: { q: { ordered } } });
        expect(promised('functions', 'f', architecture, 'aws-cdk').triggers).toEqual([
          { queue: 'q', batchSize: aws.batchSizeFor(batchSize, ordered) },
        ]);
      }
  });

  test('the requests per container', () => {
    for (const requestsPerInstance of numbers(1, 1_000)) {
      const s = { image: 'nginx', ingress: 'public', coldStart: { dynamic: { max: 3 } }, requestsPerInstance };
      const architecture = architectureOf({ services: { s } });
      expect(promised('services', 's', architecture, 'aws-cdk').requestsPerMinute).toBe(
        aws.requestsPerContainer(requestsPerInstance),
      );
    }
  });
});

test("a queue's timeout is the same in plans as in the model", () => {
  const consumer = fc.constantFrom('none', 'function', 'service');
  const seconds = fc.integer({ min: 1, max: 3_600 });
  fc.assert(
    fc.property(consumer, seconds, fc.option(seconds, { nil: undefined }), (by, timeoutSeconds, written) => {
      const triggers = [{ queue: 'q' }];
      const architecture = architectureOf({
        functions: {
          other: { ...plainFunction, triggers: [{ queue: 'another' }] },
          f: { ...plainFunction, timeoutSeconds, ...(by === 'function' && { triggers }) },
        },
        services: { s: { image: 'nginx', ...(by === 'service' && { triggers }) } },
        queues: { q: { ...(written && { timeoutSeconds: written }) }, another: {} },
      });
      expect(queueTimeoutSeconds('q', architecture)).toBe(timeoutOf('q', architecture));
    }),
  );
});
