import { Provider } from '@pulumi/aws';
import { Bucket, BucketObject } from '@pulumi/aws/s3';
import { Topic } from '@pulumi/gcp/pubsub';
import { ComponentResource, runtime, type CustomResourceOptions, type ResourceTransformArgs } from '@pulumi/pulumi';
import { named, record, ref } from './record';

const options = async (given: CustomResourceOptions) => {
  const recording = await record(() => void new Bucket('uploads', {}, given));
  return named(recording, 'uploads').options;
};

test('options: omits defaults and those that the SDK adds', async () => {
  expect(await options({})).toEqual({});
  const recording = await record(() => void new Topic('events'));
  expect(named(recording, 'events').options).toEqual({});
});

test.each<[string, CustomResourceOptions]>([
  ['protect', { protect: true }],
  ['a refusal to protect', { protect: false }],
  ['retainOnDelete', { retainOnDelete: true }],
  ['a refusal to retain', { retainOnDelete: false }],
  ['ignoreChanges', { ignoreChanges: ['tags.z', 'tags.a'] }],
  ['replaceOnChanges', { replaceOnChanges: ['bucket'] }],
  ['deleteBeforeReplace', { deleteBeforeReplace: false }],
  ['additionalSecretOutputs', { additionalSecretOutputs: ['arn'] }],
  ['customTimeouts', { customTimeouts: { create: '5m', delete: '1h' } }],
  ['version', { version: '6.0.0' }],
  ['import', { import: 'my-bucket' }],
  ['hideDiffs', { hideDiffs: ['tags'] }],
  ['replacementTrigger', { replacementTrigger: { a: [1] } }],
])('records %s as the program said it', async (_, given) => {
  expect(await options(given)).toEqual(given);
});

test("options: records the program's aliases, not the SDK's", async () => {
  const aliases = [
    { name: 'old' },
    'urn:pulumi:dev::shop::a:b/c:D::x',
    { parent: undefined },
    { type: 'aws:s3/bucketV2:BucketV2' },
  ];
  expect(await options({ aliases })).toEqual({
    aliases: [{ name: 'old' }, 'urn:pulumi:dev::shop::a:b/c:D::x', { noParent: true }],
  });
});

test('options: records dependencies that no input implies', async () => {
  const recording = await record(() => {
    const first = new Bucket('first');
    const second = new Bucket('second');
    const third = new Bucket('third');
    new BucketObject(
      'object',
      { bucket: third.id, key: 'x' },
      { dependsOn: [second, first, third], deletedWith: third },
    );
  });
  const urns = ['first', 'second', 'third'].map((name) => named(recording, name).urn);
  const object = named(recording, 'object');
  expect(object.dependencies).toEqual(urns);
  expect(object.options).toEqual({ dependsOn: urns.slice(0, 2), deletedWith: urns[2] });
});

test('options: records explicit providers and their resources', async () => {
  const recording = await record(() => {
    const provider = new Provider('other', { region: 'eu-west-1' });
    const component = new ComponentResource('my:index:Part', 'part', {}, { providers: { aws: provider } });
    new Bucket('direct', {}, { provider });
    new Bucket('inherited', {}, { parent: component });
  });
  const other = named(recording, 'other');
  expect(other).toMatchObject({ type: 'pulumi:providers:aws', inputs: { region: 'eu-west-1' } });
  expect(named(recording, 'direct').options).toEqual({ provider: other.urn });
  expect(named(recording, 'inherited').options).toEqual({ provider: other.urn });
  expect(named(recording, 'part').options).toEqual({ providers: { aws: other.urn } });
});

test('options: records hooks by name', async () => {
  const recording = await record(() => void new Bucket('uploads', {}, { hooks: { beforeCreate: [() => undefined] } }));
  expect(named(recording, 'uploads').options).toEqual({
    hooks: { beforeCreate: ['aws:s3/bucket:Bucket_uploads_beforeCreate_0'] },
  });
});

test('options: records a resource that is read with its id', async () => {
  const recording = await record(() => {
    const { arn } = Bucket.get('theirs', 'their-bucket');
    return { arn, id: Bucket.get('mine', arn).id };
  });
  const theirs = named(recording, 'theirs');
  expect(theirs).toMatchObject({ custom: true, inputs: {}, options: { read: true, id: 'their-bucket' } });
  expect(recording.outputs).toEqual({ arn: ref(theirs, 'arn'), id: ref(theirs, 'arn') });
});

test('options: records the result of transformations', async () => {
  const recording = await record(() => {
    const transformations = [
      ({ props }: { props: object }) => ({ props: { ...props, forceDestroy: true }, opts: { protect: true } }),
    ];
    const { arn } = new Bucket('uploads', {}, { transformations });
    return { arn };
  });
  const uploads = named(recording, 'uploads');
  expect(uploads.inputs).toEqual({ forceDestroy: true });
  expect(uploads.options).toMatchObject({ protect: true });
  expect(recording.outputs.arn).toEqual(ref(uploads, 'arn'));
});

test('options: records the result of transforms, of a resource and of the program', async () => {
  const recording = await record(() => {
    runtime.registerResourceTransform(({ props, opts }) => ({ props: { ...props, forceDestroy: true }, opts }));
    const transforms = [({ props, opts }: ResourceTransformArgs) => ({ props, opts: { ...opts, protect: true } })];
    const { arn } = new Bucket('uploads', {}, { transforms });
    return { arn };
  });
  const uploads = named(recording, 'uploads');
  expect(uploads.inputs).toEqual({ forceDestroy: true });
  expect(uploads.options).toEqual({ protect: true });
  expect(recording.outputs.arn).toEqual(ref(uploads, 'arn'));
});
