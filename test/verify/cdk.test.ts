import { rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { type CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { DifferenceError, load, verify } from '../../lib';
import { ServerlessArchitecture } from '../../lib/render/aws-cdk';
import { writeArchitecture } from './architecture';

const { folder, file: architecture } = writeArchitecture();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

class Mine extends Stack {
  readonly counter = new ServerlessArchitecture(this, 'Counter', { architecture });
  readonly own = new Bucket(this, 'Own');

  get code(): CfnFunction {
    return this.counter.functions['a']!.function.node.defaultChild as CfnFunction;
  }
}

describe('verify on CDK', () => {
  it('takes a stack, whose template may be tested before', async () => {
    const stack = new Mine(new App(), 'mine');
    Template.fromStack(stack).resourceCountIs('AWS::DynamoDB::Table', 1);
    const verified = await verify(stack, { architecture });
    expect(verified.assertEquivalent()).toBe(verified);
    expect(verified).toMatchObject({
      equivalent: true,
      architecture: 'counter',
      targets: ['aws-cdk'],
      differences: [],
    });
    expect(verified.matrix.rows).toContainEqual({ element: 'tables.t', cells: ['equal'] });
    expect(verified.notJudged).toEqual([{ target: 'aws-cdk', stack: 'mine', resources: 1 }]);
    expect(String(verified)).toMatch(/^counter: equivalent on aws-cdk/);
  });

  it.each<[what: string, of: (app: App, stack: Mine) => App | Mine['counter'] | { directory: string } | string]>([
    ['an app', (app) => app],
    ['a construct', (_, { counter }) => counter],
    ['a cloud assembly', (app) => app.synth()],
    ['a folder', (app) => app.synth().directory],
  ])('takes %s, and shows a difference as data and as text', async (_, of) => {
    const app = new App();
    const stack = new Mine(app, 'mine');
    stack.code.memorySize = 1024;
    const verified = await verify(of(app, stack), { architecture });
    expect(verified.differences).toEqual([
      { target: 'aws-cdk', path: 'functions.a.memoryMiB', expected: 256, actual: 1024 },
    ]);
    expect(() => verified.assertEquivalent()).toThrow(DifferenceError);
    expect(() => verified.assertEquivalent()).toThrow('functions.a.memoryMiB: expected 256, got 1024');
  });

  it('takes the parameters that the app gives, and an architecture as an object', async () => {
    const stack = new Mine(new App(), 'mine');
    stack.code.memorySize = 512;
    const verified = await verify(stack, { architecture, parameters: { memory: 512 } });
    expect(verified.differences).toEqual([]);
    const object = load(architecture).tree as Parameters<typeof verify>[1] & object;
    const other = await verify(stack, { architecture: { ...object, name: 'counter' } as never });
    expect(other.differences.map(({ path }) => path)).toContain('functions.a.memoryMiB');
  });

  it('takes the folder of code, and the URL of a file', async () => {
    const object = load(architecture).tree as Parameters<typeof verify>[1] & object;
    const given = { ...object, name: 'counter' } as never;
    const stack = new Stack(new App(), 'mine');
    new ServerlessArchitecture(stack, 'Counter', { architecture: given, root: folder });
    expect((await verify(stack, { architecture: given, root: folder })).differences).toEqual([]);
    expect((await verify(stack, { architecture: pathToFileURL(architecture) })).differences).toEqual([]);
    await expect(verify(stack, { root: folder })).rejects.toThrow('root: only with architecture');
    const missing = verify(stack, { architecture: 'no-such.yaml' });
    await expect(missing).rejects.toThrow('no-such.yaml: there is no such file');
  });

  it.each<[what: string, artifacts: unknown, message: string]>([
    ['a Template', Template.fromJSON({}), 'artifacts: must not be a Template, which has no code'],
    ['nothing', undefined, 'artifacts: must be an app, a stack, a cloud assembly, a folder'],
    ['an object of another kind', {}, 'artifacts: must be an app'],
    ['no folder', '/no/such/folder', '/no/such/folder: no such folder'],
    ['another folder', __dirname, 'no artifacts of CDK, CDKTF or Pulumi'],
  ])('fails for %s', async (_, artifacts, message) => {
    await expect(verify(artifacts as never, { architecture })).rejects.toThrow(message);
  });
});
