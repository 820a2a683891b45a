import { chooseEnvironment, variableEnvironment, type GivenEnvironment } from '../../lib/settings/chosen';

const given = (value: unknown, from: string, more: Partial<GivenEnvironment> = {}): GivenEnvironment => ({
  value,
  from,
  needsOverlay: true,
  ...more,
});

test('the first source with an environment decides; nothing and empty text are no environment', () => {
  expect(
    chooseEnvironment([
      given(undefined, 'a'),
      given(null, 'b'),
      given('', 'c'),
      given('prod', 'd', { needsOverlay: false }),
      given('Wrong', 'e'),
    ]),
  ).toEqual({ name: 'prod', from: 'd', needsOverlay: false });
  expect(chooseEnvironment([given('', 'a')])).toBeUndefined();
});

test.each(['Dev', ' ', '1a', 'a-', 'a_b', 'prod/eu', 'seventeen-letters', 5, true, ['prod']])(
  'the environment %j fails, and its source is named',
  (value) => {
    expect(() => chooseEnvironment([given(value, 'pulumi config env')])).toThrow(/^pulumi config env: must be /);
  },
);

test.each(['a', 'dev', 'prod-eu', 'pr-123', 'sixteen--letters'])('the environment %j is right', (value) => {
  expect(chooseEnvironment([given(value, 'a')])?.name).toBe(value);
});

test('advice about a name is part of its error', () => {
  expect(() => chooseEnvironment([given('My_Stack', 'x', { hint: 'name it in the program' })])).toThrow(
    /^x: must be .*, got "My_Stack" \(name it in the program\)$/,
  );
});

// An app's own context may have an `env` of account and region.
test('what an app keeps under the name for itself is left alone', () => {
  const own = { account: '1', region: 'eu-west-1' };
  expect(chooseEnvironment([given(own, 'a', { isShared: true }), given('qa', 'b')])?.name).toBe('qa');
  expect(() => chooseEnvironment([given('Qa', 'a', { isShared: true })])).toThrow('must be 1 to 16 lower-case');
});

test('TRIPTYCH_ENV is a source', () => {
  process.env['TRIPTYCH_ENV'] = 'qa';
  try {
    expect(variableEnvironment()).toEqual({ value: 'qa', from: 'TRIPTYCH_ENV', needsOverlay: true });
  } finally {
    delete process.env['TRIPTYCH_ENV'];
  }
});
