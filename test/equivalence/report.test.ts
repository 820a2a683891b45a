import {
  formatAccepted,
  formatApproximations,
  formatDifferences,
  formatMatrix,
  type Colours,
} from '../../lib/equivalence/format';
import { matrixOf } from '../../lib/equivalence/matrix';
import { report, type Reading } from '../../lib/equivalence/report';
import type { Facts } from '../../lib/facts/facts';
import type { Target } from '../../lib/model/target';
import { plainFunction, resolveObject } from '../model/architectures';

const { architecture } = resolveObject({
  functions: { f: { ...plainFunction, architecture: 'arm64' } },
  tables: { t: { partitionKey: { name: 'id', type: 'string' } } },
  divergences: [{ target: 'aws-cdk', path: 'tables.t.retain', reason: 'a trial' }],
  targets: ['aws-cdk', 'aws-pulumi'],
});

const expected: Facts = {
  name: 'shop',
  functions: { f: { memoryMiB: 256 } },
  services: {},
  apis: {},
  queues: {},
  topics: {},
  buckets: {},
  secrets: {},
  tables: { t: { retain: true } },
  outputs: {},
  withoutCode: [],
  unrecognized: [],
  notJudged: 0,
};
const reading = (target: Target, actual: Partial<Facts> = {}, isApp = false): Reading => ({
  target,
  architecture,
  expected,
  actual: { ...expected, ...actual },
  isApp,
});
const plain = (text: string): string => text;
const colours: Colours = { good: plain, fair: plain, bad: plain, dim: plain };

describe('a report', () => {
  it('is equivalent where no target differs', () => {
    const compared = report([reading('aws-cdk'), reading('aws-pulumi')]);
    expect(compared).toMatchObject({ equivalent: true, differences: [], targets: ['aws-cdk', 'aws-pulumi'] });
  });

  it('is not where one does', () => {
    const compared = report([reading('aws-cdk'), reading('aws-pulumi', { tables: {} })]);
    expect(compared.equivalent).toBe(false);
    expect(compared.differences).toEqual([{ target: 'aws-pulumi', path: 'tables.t', expected: { retain: true } }]);
  });

  it('says what is approximated and refused on each target, with what it becomes', () => {
    const { approximations, refusals } = report([reading('gcp-cdktf')]);
    expect(refusals).toEqual([
      { target: 'gcp-cdktf', path: 'functions.f.architecture', reason: 'Cloud Functions supports only x86_64' },
    ]);
    expect(approximations.map(({ path }) => path)).toContain('tables.t.retain');
    expect(approximations.find(({ path }) => path === 'functions.f.logRetentionDays')?.reason).toBe(
      "the retention of the project's log bucket: Cloud Logging sets retention per log bucket, not per function",
    );
  });

  it('accepts what an app made different on purpose, in an app alone', () => {
    const actual = { tables: { t: { retain: false } } };
    expect(report([reading('aws-cdk', actual, true)])).toMatchObject({
      equivalent: true,
      accepted: [{ target: 'aws-cdk', path: 'tables.t.retain', reason: 'a trial' }],
    });
    expect(report([reading('aws-cdk', actual)])).toMatchObject({ equivalent: false, accepted: [] });
  });
});

describe('a matrix', () => {
  const matrix = (...readings: readonly Reading[]) => {
    const { rows } = matrixOf(readings, report(readings));
    return Object.fromEntries(rows.map(({ element, cells }) => [element, cells.join(' ')]));
  };

  it('has a row for each element, and a cell for each target', () => {
    expect(matrix(reading('aws-cdk'), reading('gcp-cdktf'))).toEqual({
      'functions.f': 'equal approximated',
      'tables.t': 'equal approximated',
    });
  });

  it('shows a difference before all else, where it is', () => {
    const unrecognized = [{ resource: 'Role', owner: 'functions.f', path: ['x'], value: 1 }];
    expect(matrix(reading('aws-cdk', { unrecognized }), reading('gcp-cdktf', { tables: {} }))).toEqual({
      'functions.f': 'different approximated',
      'tables.t': 'equal different',
    });
  });

  it('has a row for what lies in no element', () => {
    const unrecognized = [{ resource: 'Bucket', path: [], value: 1 }];
    expect(matrix(reading('aws-cdk', { unrecognized }))).toMatchObject({
      elsewhere: 'different',
      'functions.f': 'equal',
    });
  });

  it('does not take an element for another one whose name begins with its own', () => {
    const readings = [{ ...reading('aws-cdk', { functions: { f: { memoryMiB: 256 }, 'f-2': { memoryMiB: 1 } } }) }].map(
      (one) => ({ ...one, expected: { ...expected, functions: { ...expected.functions, 'f-2': { memoryMiB: 2 } } } }),
    );
    expect(matrix(...readings)).toMatchObject({ 'functions.f': 'equal', 'functions.f-2': 'different' });
  });

  it('leaves a cell empty where a cloud has no ground, and another one has', () => {
    const withGround = { ...expected, foundation: { services: [] } };
    const readings = [reading('aws-cdk'), { ...reading('gcp-cdktf'), expected: withGround, actual: withGround }];
    expect(matrix(...readings)).toMatchObject({ foundation: 'absent equal' });
  });
});

describe('text', () => {
  const compared = report([
    reading('aws-cdk', { functions: { f: { memoryMiB: 512 } }, tables: { t: {} }, outputs: { x: 'y' } }),
    reading('gcp-cdktf'),
  ]);

  it('shows the matrix as a table', () => {
    const readings = [reading('aws-cdk'), reading('gcp-cdktf')];
    expect(formatMatrix(matrixOf(readings, report(readings)), colours)).toMatchInlineSnapshot(`
     "element      aws-cdk    gcp-cdktf
     functions.f  = equal    ~ approx
     tables.t     = equal    ~ approx"
    `);
  });

  it('shows each difference in a line', () => {
    expect(formatDifferences(compared, colours)).toMatchInlineSnapshot(`
     "aws-cdk  functions.f.memoryMiB: expected 256, got 512
     aws-cdk  tables.t.retain: expected true, got nothing
     aws-cdk  outputs.x: unexpected "y""
    `);
  });

  it('shows a screenful of differences, and counts the rest', () => {
    const outputs = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`o${index}`, 'x'.repeat(200)]));
    const lines = formatDifferences(report([reading('aws-cdk', { outputs })]), colours).split('\n');
    expect(lines).toHaveLength(41);
    expect(lines.at(-1)).toBe('… and 10 more (--json shows all)');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(160);
  });

  it('shows an approximation once, with its targets', () => {
    const both = report([reading('gcp-cdktf'), reading('gcp-pulumi')]);
    const lines = formatApproximations(both, colours).split('\n');
    expect(lines.find((line) => line.includes('logRetentionDays'))).toMatch(/\(gcp-cdktf, gcp-pulumi\)$/);
  });

  it('shows what was accepted, and why', () => {
    const accepted = report([reading('aws-cdk', { tables: { t: { retain: false } } }, true)]);
    expect(formatAccepted(accepted, colours)).toBe('a aws-cdk  tables.t.retain: accepted, a trial');
  });
});
