import {
  formatAccepted,
  formatApproximations,
  formatDifferences,
  formatMatrix,
  formatNotJudged,
  formatUnjudged,
  formatVerdict,
  type Colours,
} from '../../lib/equivalence/format';
import { matrixOf } from '../../lib/equivalence/matrix';
import { report, reportData, type Reading, type Report } from '../../lib/equivalence/report';
import type { Facts } from '../../lib/facts/facts';
import type { Target } from '../../lib/model/target';
import { plainFunction, resolveObject } from '../model/architectures';
import { emptyFacts } from './empty-facts';

const { architecture } = resolveObject({
  functions: { f: { ...plainFunction, architecture: 'arm64' } },
  tables: { t: { partitionKey: { name: 'id', type: 'string' } } },
  divergences: [{ target: 'aws-cdk', path: 'tables.t.retain', reason: 'a trial' }],
  targets: ['aws-cdk', 'aws-pulumi'],
});

const expected: Facts = {
  ...emptyFacts,
  functions: { f: { memoryMiB: 256 } },
  tables: { t: { retain: true } },
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
  it('is equivalent if no target differs', () => {
    const compared = report([reading('aws-cdk'), reading('aws-pulumi')]);
    expect(compared).toMatchObject({ equivalent: true, differences: [], targets: ['aws-cdk', 'aws-pulumi'] });
  });

  it('is not equivalent if one target differs', () => {
    const compared = report([reading('aws-cdk'), reading('aws-pulumi', { tables: {} })]);
    expect(compared.equivalent).toBe(false);
    expect(compared.differences).toEqual([{ target: 'aws-pulumi', path: 'tables.t', expected: { retain: true } }]);
  });

  it('lists approximations and refusals per target, with the rendered value', () => {
    const { approximations, refusals } = report([reading('gcp-cdktf')]);
    expect(refusals).toEqual([
      { target: 'gcp-cdktf', path: 'functions.f.architecture', reason: 'Cloud Functions supports only x86_64' },
    ]);
    expect(approximations.map(({ path }) => path)).toContain('tables.t.partitionKey');
    expect(approximations.find(({ path }) => path === 'functions.f.logRetentionDays')).toMatchObject({
      becomes: "the retention of the project's log bucket",
      reason: 'Cloud Logging sets retention per log bucket, not per function',
    });
  });

  it("lists the user's own files, by target, without a difference", () => {
    const compared = report([reading('gcp-cdktf', { unjudged: ['stacks/shop/terraform.tfvars'] })]);
    expect(compared).toMatchObject({ equivalent: true, unjudged: ['gcp-cdktf/stacks/shop/terraform.tfvars'] });
    expect(formatUnjudged(compared, colours)).toBe(
      'Not judged, files of your own: gcp-cdktf/stacks/shop/terraform.tfvars',
    );
    expect(formatUnjudged(report([reading('gcp-cdktf')]), colours)).toBe('');
  });

  it("warns of an app's own resources, by stack", () => {
    const compared = report([
      reading('aws-cdk', { notJudged: 3, notJudgedIn: { app: 1, other: 2 } }, true),
      reading('gcp-cdktf', { notJudged: 1, notJudgedIn: { app: 1 } }, true),
      reading('aws-pulumi', {}, true),
    ]);
    expect(compared.notJudged).toEqual([
      { target: 'aws-cdk', stack: 'app', resources: 1 },
      { target: 'aws-cdk', stack: 'other', resources: 2 },
      { target: 'gcp-cdktf', stack: 'app', resources: 1 },
    ]);
    expect(formatNotJudged(compared)).toEqual([
      "warning: aws-cdk: 3 resources outside the architecture not compared, by stack (app: 1, other: 2); a permission that doesn't refer to the architecture isn't found, nor one in another app",
      "warning: gcp-cdktf: 1 resource outside the architecture not compared, by stack (app: 1); a permission that doesn't refer to the architecture isn't found, nor one in another app",
    ]);
  });

  it('begins a reason with the rendered value as data', () => {
    const { approximations, refusals } = reportData(report([reading('gcp-cdktf')]));
    expect(approximations).toContainEqual({
      target: 'gcp-cdktf',
      path: 'functions.f.logRetentionDays',
      reason:
        "the retention of the project's log bucket: Cloud Logging sets retention per log bucket, not per function",
    });
    expect(refusals).toEqual([
      { target: 'gcp-cdktf', path: 'functions.f.architecture', reason: 'Cloud Functions supports only x86_64' },
    ]);
  });

  it('accepts declared differences only for an app', () => {
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

  it('shows a difference in preference to an approximation', () => {
    const unrecognized = [{ resource: 'Role', owner: 'functions.f', path: ['x'], value: 1 }];
    expect(matrix(reading('aws-cdk', { unrecognized }), reading('gcp-cdktf', { tables: {} }))).toEqual({
      'functions.f': 'different approximated',
      'tables.t': 'equal different',
    });
  });

  it('has a row for differences outside of every element', () => {
    const unrecognized = [{ resource: 'Bucket', path: [], value: 1 }];
    expect(matrix(reading('aws-cdk', { unrecognized }))).toMatchObject({
      elsewhere: 'different',
      'functions.f': 'equal',
    });
  });

  it('distinguishes an element from one whose name begins with its name', () => {
    const readings = [{ ...reading('aws-cdk', { functions: { f: { memoryMiB: 256 }, 'f-2': { memoryMiB: 1 } } }) }].map(
      (one) => ({ ...one, expected: { ...expected, functions: { ...expected.functions, 'f-2': { memoryMiB: 2 } } } }),
    );
    expect(matrix(...readings)).toMatchObject({ 'functions.f': 'equal', 'functions.f-2': 'different' });
  });

  it('leaves a cell empty if only the other cloud has a foundation', () => {
    const withGround = { ...expected, foundation: { services: [] } };
    const readings = [reading('aws-cdk'), { ...reading('gcp-cdktf'), expected: withGround, actual: withGround }];
    expect(matrix(...readings)).toMatchObject({ foundation: 'absent equal' });
  });
});

describe('a report as text', () => {
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

  it('shows one difference per line', () => {
    expect(formatDifferences(compared, colours)).toMatchInlineSnapshot(`
     "aws-cdk  functions.f.memoryMiB: expected 256, got 512
     aws-cdk  tables.t.retain: expected true, got nothing
     aws-cdk  outputs.x: unexpected "y""
    `);
  });

  it('shows a screenful of differences and counts the rest', () => {
    const outputs = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`o${index}`, 'x'.repeat(200)]));
    const lines = formatDifferences(report([reading('aws-cdk', { outputs })]), colours).split('\n');
    expect(lines.map((line) => line.slice(0, 20).trim())).toEqual([
      ...['o0', 'o1', 'o2'].map((name) => `aws-cdk  outputs.${name}:`),
      'aws-cdk  outputs: 47',
      '--verbose lists all',
    ]);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(160);
  });

  it('lists every difference on request', () => {
    const outputs = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`o${index}`, 'x']));
    expect(formatDifferences(report([reading('aws-cdk', { outputs })]), colours, true).split('\n')).toHaveLength(50);
  });

  it('begins with the verdict: equivalent targets, or the number of differences and their targets', () => {
    expect(formatVerdict('shop', report([reading('aws-cdk')]), colours)).toBe('shop: equivalent on aws-cdk');
    expect(formatVerdict('shop', report([reading('aws-cdk'), reading('gcp-cdktf')]), colours)).toMatch(
      /^shop: equivalent on aws-cdk, gcp-cdktf; \d fields approximated$/,
    );
    expect(formatVerdict('shop', compared, colours)).toBe('shop: 3 differences on aws-cdk');
  });

  it('shows an accepted difference with its reason', () => {
    const accepted = report([reading('aws-cdk', { tables: { t: { retain: false } } }, true)]);
    expect(formatAccepted(accepted, colours)).toBe('aws-cdk  tables.t.retain: declared as a divergence (a trial)');
  });

  it('says what a resource replaces, also where it is declared', () => {
    const note = 'removes all other members';
    const unrecognized = [{ resource: 'own', owner: 'tables.t', path: [], value: 'binding', note }];
    const line = formatDifferences(report([reading('aws-cdk', { unrecognized })]), colours);
    expect(line).toBe('aws-cdk  tables.t!own: unexpected "binding"; it removes all other members');
    const accepted = { target: 'aws-cdk' as const, path: 'tables.t!own', reason: 'a trial', note };
    expect(formatAccepted({ ...compared, accepted: [accepted] }, colours)).toBe(
      'aws-cdk  tables.t!own: declared as a divergence (a trial); it removes all other members',
    );
  });
});

describe('approximations', () => {
  const target = 'gcp-cdktf';
  const remark = (path: string, becomes: string, reason = 'a reason', on: Target = target) => ({
    target: on,
    path,
    becomes,
    reason,
  });
  const format = (approximations: Report['approximations'], verbose = false) =>
    formatApproximations({ ...report([]), approximations }, colours, verbose).split('\n');

  it('are grouped by reason, with the elements counted by kind', () => {
    const many = ['functions.a', 'functions.b', 'functions.c', 'apis.d'].map((path) => remark(`${path}.x.y`, '1'));
    expect(format(many)).toEqual([
      'Approximated on gcp-cdktf:',
      '  ~ x.y: 3 functions, 1 api: rendered as 1 (a reason)',
      '',
      '--verbose names every element',
    ]);
  });

  it('name every element on request', () => {
    const many = ['functions.a', 'functions.b', 'functions.c'].map((path) => remark(`${path}.x`, '1'));
    expect(format(many, true)).toEqual([
      'Approximated on gcp-cdktf:',
      '  ~ x: 3 functions: rendered as 1 (a reason)',
      '      functions.a, functions.b, functions.c',
    ]);
  });

  it('name one or two elements, and none for a field of the architecture', () => {
    expect(format([remark('functions.a.x', '1'), remark('functions.b.x', '2'), remark('tags', '3')])).toEqual([
      'Approximated on gcp-cdktf:',
      '  ~ x: functions.a: rendered as 1 (a reason)',
      '  ~ x: functions.b: rendered as 2 (a reason)',
      '  ~ tags: rendered as 3 (a reason)',
    ]);
  });

  it('name an element and a field once, although several rules have the same reason', () => {
    expect(format([remark('functions.a.x', '1'), remark('functions.a.y', '1')], true)).toEqual([
      'Approximated on gcp-cdktf:',
      '  ~ x, y: functions.a: rendered as 1 (a reason)',
    ]);
  });

  it('that several targets have in common are listed once, apart from those of one target', () => {
    const both = (path: string) => [remark(path, '1'), remark(path, '1', 'a reason', 'gcp-pulumi')];
    expect(format([...both('functions.a.x'), remark('functions.a.y', '2')], true)).toEqual([
      'Approximated on gcp-cdktf, gcp-pulumi:',
      '  ~ x: functions.a: rendered as 1 (a reason)',
      '',
      'Approximated on gcp-cdktf:',
      '  ~ y: functions.a: rendered as 2 (a reason)',
    ]);
  });

  it('without a rendered value show the reason', () => {
    expect(format([{ target, path: 'functions.a.x', reason: 'not checked' }], true)).toEqual([
      'Approximated on gcp-cdktf:',
      '  ~ x: functions.a: not checked',
    ]);
  });
});
