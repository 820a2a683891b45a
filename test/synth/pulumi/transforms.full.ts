import { Provider, getRegionOutput } from '@pulumi/aws';
import { Function } from '@pulumi/aws/lambda';
import { Bucket, BucketObject } from '@pulumi/aws/s3';
import {
  ComponentResource,
  output,
  runtime,
  secret,
  type CustomResourceOptions,
  type ResourceTransform,
} from '@pulumi/pulumi';
import { named, record, ref } from './record';

/** A transform that sets properties. */
const setting =
  (props: object): ResourceTransform =>
  ({ props: before, opts }) => ({ props: { ...before, ...props }, opts });

const byType =
  (type: string, change: ResourceTransform): ResourceTransform =>
  (args) =>
    args.type === type ? change(args) : undefined;

describe('transforms', () => {
  test("of a resource change what is recorded, and the resource's own outputs", async () => {
    const recording = await record(() => {
      const { arn } = new Bucket('first');
      const work = new Function(
        'work',
        { role: arn, runtime: 'nodejs22.x' },
        { transforms: [setting({ memorySize: 1024 }), () => undefined] },
      );
      return { memory: work.memorySize, runtime: work.runtime };
    });
    const work = named(recording, 'work');
    const first = named(recording, 'first');
    expect(work.inputs).toEqual({ role: ref(first, 'arn'), runtime: 'nodejs22.x', memorySize: 1024 });
    expect(work.options).toEqual({});
    expect(work.dependencies).toEqual([first.urn]);
    expect(recording.outputs).toEqual({ memory: 1024, runtime: ref(work, 'runtime') });
  });

  test("run in the engine's order: the resource's own, its parents' upward, the stack's", async () => {
    const saw: string[] = [];
    const seen =
      (name: string): ResourceTransform =>
      ({ name: of, props, opts }) => {
        saw.push(`${name}: ${of}`);
        return { props: { ...props, tags: { ...(props.tags as object), last: name } }, opts };
      };
    const recording = await record(() => {
      runtime.registerResourceTransform(seen('stack 1'));
      runtime.registerResourceTransform(seen('stack 2'));
      const outer = new ComponentResource('my:index:Part', 'outer', {}, { transforms: [seen('outer')] });
      const inner = new ComponentResource('my:index:Part', 'inner', {}, { parent: outer, transforms: [seen('inner')] });
      new Bucket('uploads', { tags: { first: 'own' } }, { parent: inner, transforms: [seen('own 1'), seen('own 2')] });
      new Bucket('beside');
    });
    expect(saw.filter((one) => one.endsWith('uploads'))).toEqual(
      ['own 1', 'own 2', 'inner', 'outer', 'stack 1', 'stack 2'].map((name) => `${name}: uploads`),
    );
    expect(saw.filter((one) => one.endsWith('inner'))).toEqual(
      ['inner', 'outer', 'stack 1', 'stack 2'].map((name) => `${name}: inner`),
    );
    expect(saw.filter((one) => one.endsWith('beside'))).toEqual(['stack 1: beside', 'stack 2: beside']);
    expect(named(recording, 'uploads').inputs).toEqual({ tags: { first: 'own', last: 'stack 2' } });
  });

  test('get what depends on others as outputs, and keep secrets', async () => {
    let isOutput: boolean | undefined;
    const recording = await record(() => {
      const bucket = new Bucket('uploads', { tags: { key: secret('s') } });
      new BucketObject(
        'object',
        { bucket: bucket.id, key: 'k', content: secret('hidden'), metadata: { arn: bucket.arn } },
        {
          transforms: [
            ({ props, opts }) => {
              isOutput = (props.metadata as { apply?: unknown }).apply !== undefined;
              const metadata = output(props.metadata as object).apply((all) => ({ ...all, more: bucket.region }));
              return { props: { ...props, metadata }, opts };
            },
          ],
        },
      );
    });
    const uploads = named(recording, 'uploads');
    expect(isOutput).toBe(true);
    expect(named(recording, 'object').inputs).toEqual({
      bucket: ref(uploads, 'id'),
      key: 'k',
      content: { $secret: true },
      metadata: { arn: ref(uploads, 'arn'), more: ref(uploads, 'region') },
    });
  });

  test('leave to the cloud what they take away', async () => {
    const recording = await record(() => {
      const { bucket } = new Bucket(
        'uploads',
        { bucket: 'mine', forceDestroy: true },
        { transforms: [() => ({ props: {}, opts: {} })] },
      );
      return { bucket };
    });
    const uploads = named(recording, 'uploads');
    expect(uploads.inputs).toEqual({});
    expect(recording.outputs).toEqual({ bucket: ref(uploads, 'bucket') });
  });

  const changed = async (
    before: CustomResourceOptions,
    after: (opts: CustomResourceOptions) => CustomResourceOptions,
  ) => {
    const transforms: ResourceTransform[] = [
      ({ props, opts }) => ({ props, opts: after(opts as CustomResourceOptions) }),
    ];
    const recording = await record(() => void new Bucket('uploads', {}, { ...before, transforms }));
    return named(recording, 'uploads').options;
  };

  test.each<[string, CustomResourceOptions]>([
    ['protect', { protect: true }],
    ['retainOnDelete', { retainOnDelete: true }],
    ['ignoreChanges', { ignoreChanges: ['tags.a'] }],
    ['replaceOnChanges', { replaceOnChanges: ['bucket'] }],
    ['deleteBeforeReplace', { deleteBeforeReplace: true }],
    ['additionalSecretOutputs', { additionalSecretOutputs: ['arn'] }],
    ['customTimeouts', { customTimeouts: { create: '5m', delete: '1h' } }],
    ['version', { version: '6.0.0' }],
    ['import', { import: 'my-bucket' }],
    ['aliases', { aliases: [{ name: 'old' }] }],
    ['replacementTrigger', { replacementTrigger: { a: [1] } }],
  ])('set the option %s, or keep it', async (_, given) => {
    expect(await changed({}, (opts) => ({ ...opts, ...given }))).toEqual(given);
    expect(await changed(given, (opts) => opts)).toEqual(given);
  });

  test('change dependencies, providers and what was said', async () => {
    const recording = await record(() => {
      const first = new Bucket('first');
      const provider = new Provider('other', { region: 'eu-west-1' });
      const transforms: ResourceTransform[] = [
        ({ props, opts }) => ({ props, opts: { ...opts, provider, dependsOn: [first], retainOnDelete: false } }),
      ];
      new Bucket('uploads', {}, { retainOnDelete: true, transforms });
    });
    const uploads = named(recording, 'uploads');
    const first = named(recording, 'first').urn;
    expect(uploads.dependencies).toEqual([first]);
    expect(uploads.options).toEqual({
      provider: named(recording, 'other').urn,
      dependsOn: [first],
      retainOnDelete: false,
    });
  });

  test('leave the providers of a component', async () => {
    const recording = await record(() => {
      runtime.registerResourceTransform(({ props, opts }) => ({ props, opts }));
      const aws = new Provider('other', { region: 'eu-west-1' });
      const part = new ComponentResource('my:index:Part', 'part', {}, { providers: { aws } });
      new Bucket('uploads', {}, { parent: part });
    });
    const { urn } = named(recording, 'other');
    expect(named(recording, 'part').options).toEqual({ providers: { aws: urn } });
    expect(named(recording, 'uploads').options).toEqual({ provider: urn });
  });

  test('of invokes change questions and their providers', async () => {
    const recording = await record(() => {
      const provider = new Provider('other', { region: 'eu-west-1' });
      runtime.registerInvokeTransform(({ token, args, opts }) =>
        token.includes('getRegion')
          ? { args: { ...args, region: 'us-east-1' }, opts: { ...opts, provider } }
          : undefined,
      );
      return { region: getRegionOutput().region };
    });
    expect(recording.invokes).toEqual([
      expect.objectContaining({ args: { region: 'us-east-1' }, provider: named(recording, 'other').urn }),
    ]);
    expect(recording.outputs).toEqual({ region: 'us-east-1' });
  });

  test('that fail are named, and the program goes on', async () => {
    const fail = () => {
      throw new Error('no such team');
    };
    const recording = record(() => {
      runtime.registerResourceTransform(byType('aws:s3/bucket:Bucket', fail));
      runtime.registerInvokeTransform(fail);
      new Bucket('uploads');
      return { region: getRegionOutput().region };
    });
    const error = await recording.catch((caught: Error) => caught);
    expect((error as Error).message.split('\n').sort()).toEqual([
      'aws:index/getRegion:getRegion: transform failed: Error: no such team',
      'urn:pulumi:dev::shop::aws:s3/bucket:Bucket::uploads: transform failed: Error: no such team',
    ]);
  });
});
