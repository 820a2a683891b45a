import { constantCase, type ParameterSource } from '../../lib/model/parameters';
import { contextSource } from '../../lib/settings/context';
import { environmentSource } from '../../lib/settings/environment';
import { flagSource, propSource } from '../../lib/settings/flags';
import { messagesOf, plainFunction, problemsOf, resolveObject } from './architectures';

const withMemory = {
  parameters: { memory: { type: 'number' } },
  functions: { a: { ...plainFunction, memoryMiB: '${parameters.memory}' } },
};
const memoryOf = (sources: readonly ParameterSource[], architecture: object = withMemory): number =>
  resolveObject(architecture, sources).architecture.functions['a']!.memoryMiB;

test('parameters: a whole value keeps its type', () => {
  expect(memoryOf([propSource({ memory: 512 })])).toBe(512);
});

test('parameters: the first source with a value that is not empty wins', () => {
  const environment = environmentSource({ TRIPTYCH_MEMORY: '1024' });
  const context = (value: unknown) => contextSource('CDK', (key) => (key === 'memory' ? value : undefined));
  expect(memoryOf([flagSource(['memory=512']), context('768'), environment])).toBe(512);
  expect(memoryOf([flagSource([]), context(768), environment])).toBe(768);
  expect(memoryOf([flagSource(['memory=']), context(undefined), environment])).toBe(1024);
  expect(memoryOf([environmentSource({ TRIPTYCH_MEMORY: '' })])).toBe(256);
});

test('parameters: a default applies if no source sets a value', () => {
  const parameters = { memory: { type: 'number', default: 640 } };
  expect(memoryOf([], { ...withMemory, parameters })).toBe(640);
  expect(memoryOf([flagSource(['memory=128'])], { ...withMemory, parameters })).toBe(128);
  expect(resolveObject({ ...withMemory, parameters }).parameters).toEqual({ memory: 640 });
});

test('parameters: an encrypted value is an error', () => {
  const source: ParameterSource = { name: 'x', get: () => ({ value: '512', from: 'config memory', encrypted: true }) };
  expect(messagesOf(() => resolveObject(withMemory, [source]))).toEqual([
    'parameters.memory: config memory is encrypted, but parameters are deployed in plain text',
  ]);
});

test('parameters: without a value, the optional field is left out', () => {
  const resolved = resolveObject(withMemory);
  expect(resolved.architecture.functions['a']!.memoryMiB).toBe(256);
  expect(resolved.unset).toEqual({ 'functions.a.memoryMiB': 'memory' });
});

test('parameters: values in longer strings are formatted as in JSON, and not substituted again', () => {
  const { architecture } = resolveObject(
    {
      description: 'a ${parameters.s} b ${parameters.n} c ${parameters.b}',
      parameters: { s: { type: 'string' }, n: { type: 'number' }, b: { type: 'boolean' } },
    },
    [flagSource(['s=${parameters.n} $${x}', 'n=1e3', 'b=false'])],
  );
  expect(architecture.description).toBe('a ${parameters.n} $${x} b 1000 c false');
});

test('parameters: the text around a parameter and references is joined', () => {
  const { architecture } = resolveObject(
    {
      parameters: { stage: { type: 'string', default: 'dev' } },
      functions: {
        a: { ...plainFunction, http: 'public' },
        b: { ...plainFunction, environment: { A: '${functions.a.url}/${parameters.stage}/x' } },
      },
    },
    [],
  );
  expect(architecture.functions['b']!.environment['A']).toEqual([
    { kind: 'functions', element: 'a', attribute: 'url' },
    '/dev/x',
  ]);
});

test.each([
  ['number', '5', 5],
  ['number', '-0.5', -0.5],
  ['number', '1E2', 100],
  ['boolean', 'true', true],
  ['boolean', 'false', false],
  ['string', '007', '007'],
  ['string', 'a=b', 'a=b'],
])('parameters: a %s accepts %s', (type, text, value) => {
  expect(resolveObject({ parameters: { x: { type } } }, [flagSource([`x=${text}`])]).parameters).toEqual({ x: value });
});

test.each([
  ['number', ' 5'],
  ['number', '05'],
  ['number', '+5'],
  ['number', '.5'],
  ['number', '5.'],
  ['number', '1_000'],
  ['number', 'Infinity'],
  ['number', '1e999'],
  ['boolean', 'TRUE'],
  ['boolean', '1'],
])('parameters: a %s refuses "%s", and names the source', (type, text) => {
  const [problem, ...others] = problemsOf(() =>
    resolveObject({ parameters: { x: { type } } }, [environmentSource({ TRIPTYCH_X: text })]),
  );
  expect(others).toEqual([]);
  expect(problem?.message).toContain(`got ${JSON.stringify(text)} from TRIPTYCH_X`);
});

test('parameters: refuse a value of another type', () => {
  const context = contextSource('CDKTF', () => ({ a: 1 }));
  expect(messagesOf(() => resolveObject({ parameters: { x: { type: 'string' } } }, [context]))).toEqual([
    'parameters.x: must be text, got a map from context x in cdktf.json',
  ]);
});

test('parameters: a wrong value is reported once, and not where it is used', () => {
  expect(messagesOf(() => memoryOf([flagSource(['memory=lots'])]))).toEqual([
    'parameters.memory: must be a number in JSON notation, got "lots" from --param memory',
  ]);
});

test('parameters: an unknown --param is an error', () => {
  expect(messagesOf(() => resolveObject(withMemory, [flagSource(['memroy=5'])]))).toEqual([
    'parameters: --param memroy matches no parameter',
  ]);
});

test('parameters: an unknown environment variable is a warning', () => {
  const parameters = { memory: { type: 'number', optional: true } };
  const { warnings } = resolveObject({ ...withMemory, parameters }, [
    environmentSource({ TRIPTYCH_MEMROY: '5', TRIPTYCH_ENV: 'prod', HOME: '/' }),
  ]);
  expect(warnings.map(({ severity, message, hint }) => [severity, message, hint])).toEqual([
    ['warning', 'TRIPTYCH_MEMROY matches no parameter', 'did you mean TRIPTYCH_MEMORY?'],
  ]);
});

test('parameters: names are converted to constant case', () => {
  expect(['provisionedConcurrency', 'dbURL', 'x2', 'aB', 'HTTPPort'].map(constantCase)).toEqual([
    'PROVISIONED_CONCURRENCY',
    'DB_URL',
    'X2',
    'A_B',
    'HTTP_PORT',
  ]);
});

describe('parameters without values', () => {
  const check = (architecture: object) => resolveObject(architecture, [], { typesOnly: true });

  test('are checked for their types only', () => {
    const { architecture, unset } = check({
      parameters: {
        image: { type: 'string' },
        tag: { type: 'string' },
        cpu: { type: 'number' },
        runtime: { type: 'string' },
        ip: { type: 'string' },
      },
      foundation: { ingress: { allow: ['${parameters.ip}'] } },
      services: {
        web: { image: '${parameters.image}', cpu: '${parameters.cpu}' },
        api: { image: 'nginx:${parameters.tag}' },
      },
      functions: { a: { ...plainFunction, runtime: '${parameters.runtime}' } },
    });
    expect(unset).toMatchObject({
      'services.web.image': 'image',
      'services.web.cpu': 'cpu',
      'services.api.image': 'tag',
    });
    expect(architecture.services['web']!.cpu).toBe(0.25);
    expect(architecture.functions['a']!.runtime).toBe('nodejs22');
  });

  test('fail if the field has another type', () => {
    const problems = problemsOf(() =>
      check({
        parameters: { s: { type: 'string' }, n: { type: 'number' }, b: { type: 'boolean' } },
        services: {
          web: {
            image: '${parameters.n}',
            cpu: '${parameters.s}',
            port: '${parameters.s}',
            ingress: '${parameters.b}',
          },
        },
        functions: { a: { ...plainFunction, code: '${parameters.n}', environment: { B: '${parameters.b}' } } },
      }),
    );
    expect(problems.map(({ path, hint }) => [path, hint])).toEqual([
      ['functions.a.code', 'parameter n is a number'],
      ['services.web.image', 'parameter n is a number'],
      ['services.web.port', 'parameter s is a string'],
      ['services.web.cpu', 'parameter s is a string'],
      ['services.web.ingress', 'parameter b is a boolean'],
    ]);
  });

  test('warn of fields that can only be checked with a value', () => {
    const { warnings } = check({
      parameters: { ip: { type: 'string' } },
      foundation: { ingress: { allow: ['${parameters.ip}/32'] } },
    });
    expect(warnings.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      "foundation.ingress.allow.0: can't be checked until parameter ip has a value",
    ]);
  });

  test('do not hide problems of other fields', () => {
    expect(messagesOf(() => check({ ...withMemory, services: { web: { image: 'nginx', port: 0 } } }))).toEqual([
      'services.web.port: must be 1 to 65535, got 0',
    ]);
  });
});
