import { acceptDeclared } from '../../lib/equivalence/divergences';
import type { Difference } from '../../lib/equivalence/difference';
import { divergenceSpec } from '../../lib/model/divergence';

const difference = (path: string): Difference => ({ target: 'aws-cdk', path, expected: 1, actual: 2 });
const declare = (path: string) => ({ target: 'aws-cdk' as const, path, reason: 'so it was meant' });

test('divergences: a declared difference is accepted, with its reason', () => {
  const differences = [difference('functions.a.memoryMiB'), difference('functions.a.timeoutSeconds')];
  expect(acceptDeclared('aws-cdk', differences, [declare('functions.a.memoryMiB')])).toEqual({
    differences: [difference('functions.a.timeoutSeconds')],
    accepted: [{ target: 'aws-cdk', path: 'functions.a.memoryMiB', reason: 'so it was meant' }],
  });
});

test('divergences: a star matches any text in its place only', () => {
  const paths = [
    'functions.a!s/Role/DefaultPolicy/Resource',
    'functions.a!s/Role/Resource.Tags',
    'functions.ab!s/Role/DefaultPolicy/Resource',
  ];
  const { accepted } = acceptDeclared('aws-cdk', paths.map(difference), [declare('functions.a!*/DefaultPolicy*')]);
  expect(accepted.map(({ path }) => path)).toEqual([paths[0]]);
});

test('divergences: a star stops at a dot, two stars do not', () => {
  const policy = 'functions.a!s/Role/DefaultPolicy/Resource';
  const paths = ['sns:Publish on s/Topic', '* on *'].map((what) => `${policy}.functions/a/Role may ${what}`);
  const acceptedBy = (path: string) =>
    acceptDeclared('aws-cdk', paths.map(difference), [declare(path)]).accepted.map((one) => paths.indexOf(one.path));
  expect(acceptedBy('functions.a!*Role/DefaultPolicy*')).toEqual([]);
  expect(acceptedBy('functions.a!*DefaultPolicy*.* may sns:* on s/Topic')).toEqual([0]);
  expect(acceptedBy('functions.a!**DefaultPolicy**')).toEqual([0, 1]);
});

test('divergences: a tag of any element takes one declaration', () => {
  const paths = ['functions.a.tags.team', 'foundation.tags.team', 'tags.team', 'functions.a.tags.teams'];
  const { accepted } = acceptDeclared('aws-cdk', paths.map(difference), [declare('*.tags.team')]);
  expect(accepted.map(({ path }) => path)).toEqual(paths.slice(0, 3));
});

test('divergences: a star matches text of several lines', () => {
  const path = 'functions.a!s/Role/DefaultPolicy/Resource.two\nlines';
  const { accepted } = acceptDeclared('aws-cdk', [difference(path)], [declare('functions.a!*DefaultPolicy*.*')]);
  expect(accepted.map((one) => one.path)).toEqual([path]);
});

test('divergences: what is accepted keeps its note, and has none otherwise', () => {
  const replaced = { ...difference('functions.a!s/Role'), note: 'replaces all members' };
  const { accepted } = acceptDeclared(
    'aws-cdk',
    [replaced, difference('functions.a.memoryMiB')],
    [declare('functions.a!s/Role'), declare('functions.a.memoryMiB')],
  );
  expect(accepted).toStrictEqual([
    { target: 'aws-cdk', path: 'functions.a!s/Role', reason: 'so it was meant', note: 'replaces all members' },
    { target: 'aws-cdk', path: 'functions.a.memoryMiB', reason: 'so it was meant' },
  ]);
});

test('divergences: special characters of patterns match literally', () => {
  const declared = [declare('functions.a.memoryMiB')];
  expect(acceptDeclared('aws-cdk', [difference('functions.axmemoryMiB')], declared).accepted).toEqual([]);
});

test('divergences: a declaration without a match is a difference on its own target only', () => {
  expect(acceptDeclared('aws-cdk', [], [declare('functions.a.memoryMiB')]).differences).toEqual([
    { target: 'aws-cdk', path: 'functions.a.memoryMiB', expected: 'the declared divergence: so it was meant' },
  ]);
  expect(acceptDeclared('aws-pulumi', [], [declare('functions.a.memoryMiB')]).differences).toEqual([]);
});

test('divergences: one with an environment counts there only', () => {
  const differences = [difference('functions.a.memoryMiB')];
  const declared = [{ ...declare('functions.a.memoryMiB'), env: 'prod' }];
  expect(acceptDeclared('aws-cdk', differences, declared, 'prod')).toMatchObject({ differences: [] });
  // Elsewhere, it neither accepts a difference nor needs one.
  for (const env of ['qa', undefined]) {
    expect(acceptDeclared('aws-cdk', differences, declared, env)).toEqual({ differences, accepted: [] });
    expect(acceptDeclared('aws-cdk', [], declared, env)).toEqual({ differences: [], accepted: [] });
  }
  const dev = [{ ...declare('functions.a.memoryMiB'), env: 'dev' }];
  expect(acceptDeclared('aws-cdk', differences, dev).differences).toEqual([]);
  expect(acceptDeclared('aws-cdk', differences, dev, 'prod').differences).toEqual(differences);
});

test('divergences: an environment has a name that is one', () => {
  expect(divergenceSpec.safeParse({ ...declare('functions.a.memoryMiB'), env: 'prod' }).success).toBe(true);
  expect(divergenceSpec.safeParse({ ...declare('functions.a.memoryMiB'), env: 'Prod' }).success).toBe(false);
});

describe('the path of a divergence', () => {
  test.each([
    'functions.a',
    'functions.a.memoryMiB',
    'functions.a!*Policy*',
    'foundation.network',
    'outputs.url',
    '!Rules/Mine.Assertions',
    '*.tags.team',
    'tags.team',
    'permissionsBoundary',
    'functions.a!*DefaultPolicy*.* may sns:* on mine/Topic',
  ])('may be %s', (path) => {
    expect(divergenceSpec.safeParse(declare(path)).success).toBe(true);
  });

  test.each([
    ...['', '*', '**', '*.memoryMiB', '!*', 'functions', 'functions.*', 'functions.*.memoryMiB', 'functions.a.*'],
    ...[
      'functions.a!*',
      'functions.a!*.*',
      'functions.a!*.* may * on *',
      '*.tags.*',
      'tags',
      'foundation',
      'foundation.*',
      'queues.a.b',
    ],
  ])('fails as %j, which would swallow what nobody meant', (path) => {
    expect(divergenceSpec.safeParse(declare(path)).success).toBe(false);
  });
});
