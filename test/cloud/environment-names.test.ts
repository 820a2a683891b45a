import { check } from '../../lib/cloud/check';
import { exportName } from '../../lib/cloud/gcp/foundation';
import { fullName, physicalName, stackName } from '../../lib/cloud/name';
import { expectFullName, expectName, expectStackName } from '../../lib/facts/name';
import { environmentPattern, longestEnvironment } from '../../lib/model/environment';
import { load } from '../../lib/model/load';
import { type ArchitectureError } from '../../lib/model/problem';
import { resolve } from '../../lib/model/resolve';

const longest = { architecture: 'a'.repeat(30), env: 'e'.repeat(longestEnvironment) };

test('the longest name of an environment is one that fits the document of a foundation', () => {
  expect(environmentPattern.test(longest.env)).toBe(true);
  expect(environmentPattern.test(`${longest.env}e`)).toBe(false);
  expect(exportName(longest.architecture, longest.env)).toHaveLength(63);
});

test('names with an environment are within their limits, and those of two environments differ', () => {
  for (const limit of [30, 32, 49, 63, 64, 255]) {
    const names = [
      longest,
      { ...longest, env: `${longest.env.slice(1)}f` },
      { architecture: longest.architecture },
    ].map((naming) => physicalName(naming, 'functions.orders', limit));
    for (const name of names) expect(name.length).toBeLessThanOrEqual(limit);
    expect(new Set(names).size).toBe(names.length);
  }
});

test('both statements of the formulas have the environment at the same place', () => {
  const naming = { architecture: 'shop', env: 'prod' };
  expect(stackName(naming)).toBe('shop-prod');
  expect(expectStackName(naming)).toBe('shop-prod');
  expect(fullName(naming, 'functions.orders')).toBe('shop-prod-orders');
  expect(expectFullName(naming, 'orders')).toBe('shop-prod-orders');
  expect(physicalName(naming, 'functions.orders', 49)).toBe(expectName(naming, 'functions', 'orders', 49));
});

// https://cloud.google.com/storage/docs/buckets#naming
test('an environment that Cloud Storage refuses in names of buckets is an error', () => {
  const problemsIn = (name: string) => {
    const env = { name, from: 'test', needsOverlay: false };
    try {
      resolve(load({ name: 'shop', buckets: { uploads: {} } }, { env }), [], { targets: ['gcp-cdktf'], checks: check });
      return [];
    } catch (error) {
      return (error as ArchitectureError).problems.filter(({ severity }) => severity === 'error');
    }
  };
  expect(problemsIn('prod')).toEqual([]);
  expect(problemsIn('google')).toMatchObject([
    { path: 'name', message: 'must not contain google on gcp, and the environment is "google"' },
  ]);
});
