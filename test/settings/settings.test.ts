import { contextSource } from '../../lib/settings/context';
import { environmentSettings, environmentSource, readFlag } from '../../lib/settings/environment';
import { flagSource, propSource } from '../../lib/settings/flags';
import { pulumiSource } from '../../lib/settings/pulumi';

test('each source says where exactly a value comes from', () => {
  const lookup = (key: string) => ({ memory: '5' })[key];
  expect(contextSource('CDK', lookup).get('memory')).toEqual({ value: '5', from: 'CDK context (-c memory)' });
  expect(contextSource('CDKTF', lookup).get('memory')).toEqual({ value: '5', from: 'context memory in cdktf.json' });
  expect(pulumiSource(lookup, () => false).get('memory')).toEqual({ value: '5', from: 'pulumi config memory' });
  expect(environmentSource({ TRIPTYCH_MEMORY: '5' }).get('memory')).toEqual({ value: '5', from: 'TRIPTYCH_MEMORY' });
  expect(flagSource(['memory=5']).get('memory')).toEqual({ value: '5', from: '--param memory' });
  expect(propSource({ memory: 5 }).get('memory')).toEqual({ value: 5, from: 'parameters.memory in the props' });
});

test("Pulumi's configuration says which values are encrypted", () => {
  const source = pulumiSource(
    () => '5',
    (key) => key === 'token',
  );
  expect(source.get('token')).toEqual({ value: '5', from: 'pulumi config token', encrypted: true });
});

test('what a source does not hold, it does not give', () => {
  for (const source of [
    contextSource('CDK', () => undefined),
    pulumiSource(
      () => undefined,
      () => false,
    ),
    environmentSource({}),
    flagSource([]),
    propSource(),
  ])
    expect(source.get('memory')).toBeUndefined();
  expect(propSource({ memory: undefined }).unknown?.([])).toEqual([]);
});

test('a source that holds other things too lists only keys that look like a parameter without a value', () => {
  const values: Readonly<Record<string, string>> = {
    provisionedConcurency: '7',
    memory: '5',
    memoryy: '6',
    '@aws-cdk/core:something': 'true',
    env: 'dev',
    team: 'x',
  };
  const keys = () => Object.keys(values);
  const lookup = (key: string) => values[key];
  const declared = ['provisionedConcurrency', 'memory', 'envs'];
  const hint = 'did you mean provisionedConcurrency?';
  const found = (from: string) => [{ from, severity: 'warning', hint }];
  expect(contextSource('CDK', lookup, keys).unknown?.(declared)).toEqual(
    found('CDK context (-c provisionedConcurency)'),
  );
  expect(contextSource('CDKTF', lookup, keys).unknown?.(declared)).toEqual(
    found('context provisionedConcurency in cdktf.json'),
  );
  expect(pulumiSource(lookup, () => false, keys).unknown?.(declared)).toEqual(
    found('pulumi config provisionedConcurency'),
  );
  expect(contextSource('CDK', lookup).unknown?.(declared)).toEqual([]);
});

test('of two flags for one parameter the last counts, and a value may hold an equals sign', () => {
  expect(flagSource(['a=1', 'a=2=3']).get('a')?.value).toBe('2=3');
});

test.each(['memory', '=5', ''])('fails with --param %j', (flag) => {
  expect(() => flagSource([flag])).toThrow(`--param: must be <name>=<value>, got ${JSON.stringify(flag)}`);
});

test('the environment names the file, the environment and whether code is left out', () => {
  expect(
    environmentSettings({ TRIPTYCH_ARCHITECTURE: 'a.yaml', TRIPTYCH_ENV: 'prod', TRIPTYCH_WITHOUT_CODE: 'true' }),
  ).toEqual({ architecture: 'a.yaml', env: 'prod', withoutCode: true });
  expect(environmentSettings({ TRIPTYCH_ENV: '' })).toEqual({});
});

test('fails where a setting is neither true nor false', () => {
  expect(() => readFlag('yes', 'TRIPTYCH_WITHOUT_CODE')).toThrow(
    'TRIPTYCH_WITHOUT_CODE: must be true or false, got "yes"',
  );
});
