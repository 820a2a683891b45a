import { Provider } from '@pulumi/aws';
import { Bucket, BucketObject } from '@pulumi/aws/s3';
import { Topic } from '@pulumi/gcp/pubsub';
import { ComponentResource, type CustomResourceOptions } from '@pulumi/pulumi';
import { named, record, ref } from './record';

const options = async (given: CustomResourceOptions) => {
  const recording = await record(() => void new Bucket('uploads', {}, given));
  return named(recording, 'uploads').options;
};

test('options that nobody gave, and those that come from the SDK, are left out', async () => {
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

test('records aliases of the program, not those of the SDK', async () => {
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

test('records dependencies that no input accounts for', async () => {
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

test('records explicit providers and who uses them', async () => {
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

test('records hooks by their names', async () => {
  const recording = await record(() => void new Bucket('uploads', {}, { hooks: { beforeCreate: [() => undefined] } }));
  expect(named(recording, 'uploads').options).toEqual({
    hooks: { beforeCreate: ['aws:s3/bucket:Bucket_uploads_beforeCreate_0'] },
  });
});

test('records what is only looked up with its id', async () => {
  const recording = await record(() => {
    const { arn } = Bucket.get('theirs', 'their-bucket');
    return { arn, id: Bucket.get('mine', arn).id };
  });
  const theirs = named(recording, 'theirs');
  expect(theirs).toMatchObject({ custom: true, inputs: {}, options: { read: true, id: 'their-bucket' } });
  expect(recording.outputs).toEqual({ arn: ref(theirs, 'arn'), id: ref(theirs, 'arn') });
});

test('records transformations by what they make of resources', async () => {
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
