import { rmSync } from 'node:fs';
import { Topic } from '@pulumi/aws/sns';
import { getRegionOutput } from '@pulumi/aws';
import { Bucket } from '@pulumi/gcp/storage';
import { runtime, type ResourceTransform, type ResourceTransformation } from '@pulumi/pulumi';
import { recordingMocks, verify } from '../../lib';
import { ServerlessArchitecture } from '../../lib/render/pulumi';
import { writeArchitecture } from './architecture';

const { folder, file: architecture } = writeArchitecture();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('verify of a Pulumi program under mocks', () => {
  it('takes recording mocks on AWS, after a question to a provider', async () => {
    const mocks = recordingMocks();
    await runtime.setMocks(mocks, 'mine', 'dev', true);
    const own = new Topic('own', { displayName: getRegionOutput().name });
    const made = new ServerlessArchitecture('counter', { cloud: 'aws', architecture });
    const verified = await verify(mocks, { architecture });
    expect(verified.assertEquivalent()).toMatchObject({ targets: ['aws-pulumi'], differences: [] });
    expect(verified.matrix.rows).toContainEqual({ element: 'tables.t', cells: ['equal'] });
    expect(verified.notJudged).toEqual([{ target: 'aws-pulumi', stack: 'mine/dev', resources: 2 }]);
    expect([own, made]).toHaveLength(2);
  });

  it('shows a difference that a transformation made', async () => {
    const moreMemory: ResourceTransformation = ({ type, props, opts }) =>
      type === 'aws:lambda/function:Function' ? { props: { ...props, memorySize: 1024 }, opts } : undefined;
    const mocks = recordingMocks();
    await runtime.setMocks(mocks, 'mine', 'dev', true);
    new ServerlessArchitecture('counter', { cloud: 'aws', architecture }, { transformations: [moreMemory] });
    const { differences } = await verify(mocks, { architecture });
    expect(differences).toEqual([{ target: 'aws-pulumi', path: 'functions.a.memoryMiB', expected: 256, actual: 1024 }]);
  });

  it('shows a difference that a transform made, of the component or of the whole program', async () => {
    const moreMemory: ResourceTransform = ({ type, props, opts }) =>
      type === 'aws:lambda/function:Function' ? { props: { ...props, memorySize: 1024 }, opts } : undefined;
    for (const isOfProgram of [true, false, true]) {
      const mocks = recordingMocks();
      await runtime.setMocks(mocks, 'mine', 'dev', true);
      if (isOfProgram) runtime.registerResourceTransform(moreMemory);
      runtime.registerInvokeTransform(() => undefined);
      const transforms = isOfProgram ? [] : [moreMemory];
      new ServerlessArchitecture('counter', { cloud: 'aws', architecture }, { transforms });
      const { differences } = await verify(mocks, { architecture });
      expect(differences).toEqual([
        { target: 'aws-pulumi', path: 'functions.a.memoryMiB', expected: 256, actual: 1024 },
      ]);
    }
  });

  it('takes recording mocks on GCP, with and without configuration', async () => {
    jest.spyOn(console, 'warn').mockImplementation();
    const configured: Record<string, string> = { 'gcp:project': 'ours', 'gcp:region': 'europe-west1' };
    for (const config of [{}, configured]) {
      const mocks = recordingMocks();
      await runtime.setMocks(mocks, 'mine', 'dev', true);
      runtime.setAllConfig(config);
      new Bucket('own', { location: 'EU' });
      new ServerlessArchitecture('counter', { cloud: 'gcp', architecture });
      expect((await verify(mocks, { architecture })).assertEquivalent().targets).toEqual(['gcp-pulumi']);
    }
  });

  it('compares with the architecture that the program gave to its component', async () => {
    for (const cloud of ['aws', 'gcp'] as const) {
      const mocks = recordingMocks();
      await runtime.setMocks(mocks, 'mine', 'dev', true);
      const written = { name: 'counter', queues: { jobs: { timeoutSeconds: 40 } } };
      new ServerlessArchitecture('counter', { cloud, architecture: written });
      const verified = await verify(mocks);
      expect(verified.assertEquivalent()).toMatchObject({ architecture: 'counter', targets: [`${cloud}-pulumi`] });
      const other = { ...written, queues: { jobs: { timeoutSeconds: 50 } } };
      const [difference] = (await verify(mocks, { architecture: other })).differences;
      expect(difference).toMatchObject({ path: 'queues.jobs.timeoutSeconds', expected: 50, actual: 40 });
    }
  });

  it('leaves mocks of others alone, before and after', async () => {
    const seen: string[] = [];
    recordingMocks();
    const others: runtime.Mocks = {
      newResource: ({ name, inputs }) => (seen.push(name), { id: `${name}_id`, state: inputs as object }),
      call: () => ({}),
    };
    await runtime.setMocks(others, 'mine', 'dev', true);
    const topic = new Topic('theirs', { displayName: 'x' });
    expect(Reflect.get(globalThis, Symbol.for('triptych.recorder'))).toBe(false);
    expect(await new Promise((resolve) => topic.displayName.apply(resolve))).toBe('x');
    expect(seen).toEqual(['theirs']);
  });

  it('fails if nothing was registered, or no architecture', async () => {
    const mocks = recordingMocks();
    await expect(verify(mocks, { architecture })).rejects.toThrow('nothing was registered: call setMocks');
    await runtime.setMocks(mocks, 'mine', 'dev', true);
    new Topic('own');
    await expect(verify(mocks, { architecture })).rejects.toThrow('the program: registers no architecture');
  });
});
