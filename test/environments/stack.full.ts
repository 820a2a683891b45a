import { ServerlessArchitecture } from '../../lib/render/pulumi';
import { recordInProcess } from '../../lib/synth/pulumi/in-process';
import type { Recording } from '../../lib/synth/pulumi/recording';

// The environment of a Pulumi program, whose stack always has a name.

const architecture = { name: 'shop', topics: { events: {} } } as const;

const record = (stack: string, env?: string, config: Readonly<Record<string, string>> = {}): Promise<Recording> =>
  recordInProcess(
    () => {
      const args = { cloud: 'gcp', architecture, env } as const;
      return { ...new ServerlessArchitecture(ServerlessArchitecture.nameOf(args), args).outputs };
    },
    { project: 'shop', stack, config, keepFile: () => 'none' },
  );

/** The environment in the stamp, the component's name, and the topic's. */
async function namesOf(...given: Parameters<typeof record>) {
  const { resources } = await record(...given);
  const component = resources.find(({ type }) => type === 'triptych:gcp:ServerlessArchitecture')!;
  const topic = resources.find(({ type }) => type === 'gcp:pubsub/topic:Topic')!;
  return [component.outputs!['env'], component.name, topic.inputs['name']];
}

beforeAll(() => (Error.stackTraceLimit = 0));
afterEach(() => delete process.env['TRIPTYCH_ENV']);

test('is the name of its stack, and dev is none', async () => {
  expect(await namesOf('prod')).toEqual(['prod', 'shop-prod', expect.stringMatching(/^shop-prod-events-/)]);
  expect(await namesOf('dev')).toEqual([undefined, 'shop', expect.stringMatching(/^shop-events-/)]);
});

test('is that of the configuration before the stack, and that of the program before both', async () => {
  const config = { 'shop:env': 'qa' };
  expect(await namesOf('Prod_1', undefined, config)).toEqual(['qa', 'shop-qa', expect.stringMatching(/^shop-qa-/)]);
  expect((await namesOf('prod', 'pr-123', config))[0]).toBe('pr-123');
  expect((await namesOf('prod', 'dev', config))[0]).toBeUndefined();
});

test('is no stack with another name, unless the environment is named', async () => {
  await expect(record('Prod_1')).rejects.toThrow(
    /^the stack's name: must be 1 to 16 lower-case letters, .*, got "Prod_1" \(name the environment of this stack: pulumi config set env <name>/,
  );
});

test('is never that of TRIPTYCH_ENV, of which a warning tells', async () => {
  process.env['TRIPTYCH_ENV'] = 'qa';
  expect((await namesOf('prod'))[0]).toBe('prod');
  const warnings: string[] = [];
  await recordInProcess(
    () =>
      void warnings.push(
        ...new ServerlessArchitecture('shop', { cloud: 'gcp', architecture }).warnings.map(
          ({ path, message }) => `${path}: ${message}`,
        ),
      ),
    { project: 'shop', stack: 'prod', keepFile: () => 'none' },
  );
  expect(warnings).toContain('TRIPTYCH_ENV: is qa, and has no effect: the environment is prod, the name of the stack');
});
