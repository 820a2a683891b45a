import type { HeldValue, ParameterSource } from '../../lib/model/parameters';
import { propSource } from '../../lib/settings/flags';
import { withHeld } from '../../lib/settings/held';
import { messagesOf, plainFunction, problemsOf, resolveObject } from './architectures';

/** Stands for a value of an engine, which nothing here may look into. */
class Token {
  constructor(readonly is: HeldValue['is'] = 'text') {}
}

const engine = (parameters: Record<string, unknown>): ParameterSource =>
  withHeld(propSource(parameters), (value) => (value instanceof Token ? { engine: 'CDK', is: value.is } : undefined));

const own = { own: { type: 'string' } };
const withEnvironment = (environment: object, more: object = {}) => ({
  parameters: own,
  functions: { a: { ...plainFunction, environment } },
  tables: { t: { partitionKey: { name: 'id', type: 'string' } } },
  ...more,
});
const given = { parameter: 'own', engine: 'CDK' };

describe('a value that only an engine has', () => {
  const token = Object.freeze(new Token());

  it('stands in an environment value, also beside text and references', () => {
    const { architecture } = resolveObject(
      withEnvironment({ A: '${parameters.own}', B: 'x-${parameters.own}-${tables.t.name}' }),
      [engine({ own: token })],
    );
    expect(architecture.functions['a']!.environment).toEqual({
      A: [given],
      B: ['x-', given, '-', { kind: 'tables', element: 't', attribute: 'name' }],
    });
  });

  it('stands in an output', () => {
    const { architecture } = resolveObject({ parameters: own, outputs: { own: '${parameters.own}' } }, [
      engine({ own: token }),
    ]);
    expect(architecture.outputs).toEqual({ own: [given] });
  });

  it('may be plain text elsewhere, also in an output', () => {
    const written = { parameters: own, outputs: { own: '${parameters.own}' } };
    expect(resolveObject(written, [engine({ own: 'plain' })]).architecture.outputs).toEqual({ own: ['plain'] });
    expect(messagesOf(() => resolveObject({ outputs: { own: 'plain' } }))).toEqual([
      expect.stringContaining('outputs.own: must be one reference'),
    ]);
  });

  it('is kept beside the architecture, which stays plain data', () => {
    const resolved = resolveObject(withEnvironment({ A: '${parameters.own}' }), [engine({ own: token })]);
    expect(resolved.held).toEqual({ own: token });
    expect(resolved.held['own']).toBe(token);
    expect(resolved.parameters).toEqual({});
    expect(JSON.parse(JSON.stringify(resolved.architecture))).toEqual(resolved.architecture);
    expect(resolved.origins['functions.a.environment.A']).toBe('parameters.own in the props');
  });

  it('takes precedence over a default', () => {
    const parameters = { own: { type: 'string', default: 'plain' } };
    const { architecture } = resolveObject({ ...withEnvironment({ A: '${parameters.own}' }), parameters }, [
      engine({ own: token }),
    ]);
    expect(architecture.functions['a']!.environment).toEqual({ A: [given] });
  });

  it.each(['number', 'boolean'])('fails as a parameter of type %s', (type) => {
    const written = { parameters: { own: { type } } };
    const [problem] = problemsOf(() => resolveObject(written, [engine({ own: token })]));
    expect(problem).toMatchObject({
      path: 'parameters.own',
      message: expect.stringContaining('got a value that only CDK has from parameters.own in the props'),
      hint: 'give parameter own a plain value; a value that only CDK has can be used in environment values and outputs',
    });
  });

  it.each([
    ['number', 'make text of it with Token.asString()'],
    ['list', 'make text of it with Fn.join() or Fn.select()'],
  ] as const)('fails if it is a %s', (is, hint) => {
    const [problem] = problemsOf(() => resolveObject({ parameters: own }, [engine({ own: new Token(is) })]));
    expect(problem).toMatchObject({
      message: `must be text, got a ${is} that only CDK has from parameters.own in the props`,
      hint,
    });
  });

  it('fails if it is a secret', () => {
    expect(messagesOf(() => resolveObject({ parameters: own }, [engine({ own: new Token('secret') })]))).toEqual([
      'parameters.own: parameters.own in the props is a secret, but parameters are deployed in plain text',
    ]);
  });

  it.each<[field: string, more: object]>([
    ['description', { description: 'a ${parameters.own}' }],
    ['tags.team', { tags: { team: '${parameters.own}' } }],
    ['functions.a.handler', { functions: { a: { ...plainFunction, handler: '${parameters.own}' } } }],
    ['functions.a.memoryMiB', { functions: { a: { ...plainFunction, memoryMiB: '${parameters.own}' } } }],
  ])('fails in %s, which decides what is rendered', (path, more) => {
    const problems = problemsOf(() => resolveObject(withEnvironment({}, more), [engine({ own: token })]));
    expect(problems).toEqual([
      expect.objectContaining({
        path,
        message: expect.stringMatching(/^must be a plain value, got "[^"]*\$\{parameters\.own\}", which only CDK has$/),
        hint: 'give parameter own a plain value; a value that only CDK has can be used in environment values and outputs',
      }),
    ]);
  });
});
