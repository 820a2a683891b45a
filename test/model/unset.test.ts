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
