import { Alias, Function } from '@pulumi/aws/lambda';
import { Bucket, BucketObject, BucketPolicy } from '@pulumi/aws/s3';
import { Function as GcpFunction } from '@pulumi/gcp/cloudfunctionsv2';
import {
  ComponentResource,
  Config,
  StackReference,
  all,
  asset,
  interpolate,
  jsonStringify,
  output,
  secret,
} from '@pulumi/pulumi';
import { named, record, ref } from './record';

const stackUrn = 'urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev';

describe('what a program registers', () => {
  test('references: records an attribute of another resource', async () => {
    const recording = await record(() => {
      const { id, arn } = new Bucket('uploads');
      new BucketObject('first', { bucket: id, key: 'first', content: arn });
    });
    const uploads = named(recording, 'uploads');
    const first = named(recording, 'first');
    expect(first.inputs).toEqual({ bucket: ref(uploads, 'id'), key: 'first', content: ref(uploads, 'arn') });
    expect(first.dependencies).toEqual([uploads.urn]);
    expect(first.options).toEqual({});
  });

  test('references: records text around attributes in pieces', async () => {
    const recording = await record(() => {
      const { arn, id } = new Bucket('uploads');
      return { both: interpolate`<${arn}/*>${id}`, twice: interpolate`${arn}${arn}` };
    });
    const uploads = named(recording, 'uploads');
    expect(recording.outputs).toEqual({
      both: { $join: ['<', ref(uploads, 'arn'), '/*>', ref(uploads, 'id')] },
      twice: { $join: [ref(uploads, 'arn'), ref(uploads, 'arn')] },
    });
  });

  test('references: records a JSON document as text around its references', async () => {
    const recording = await record(() => {
      const { arn, id } = new Bucket('uploads');
      new BucketPolicy('policy', { bucket: id, policy: jsonStringify({ Resource: [arn, interpolate`${arn}/*`] }) });
    });
    const arn = ref(named(recording, 'uploads'), 'arn');
    expect(named(recording, 'policy').inputs.policy).toEqual({ $join: ['{"Resource":["', arn, '","', arn, '/*"]}'] });
  });

  test('references: records base64 as its decoded text', async () => {
    const recording = await record(() => {
      const { arn } = new Bucket('uploads');
      return {
        body: arn.apply((text) => Buffer.from(`{"arn":"${text}"}`).toString('base64')),
        plain: 'aGVsbG8gd29ybGQsIGhlbGxvIHdvcmxk',
      };
    });
    const arn = ref(named(recording, 'uploads'), 'arn');
    expect(recording.outputs.body).toEqual({ $base64: { $join: ['{"arn":"', arn, '"}'] } });
    expect(recording.outputs.plain).toBe('aGVsbG8gd29ybGQsIGhlbGxvIHdvcmxk');
  });

  test('references: records a text input of another resource as a reference, and other inputs as values', async () => {
    const recording = await record(() => {
      const code = new asset.StringAsset('x');
      const fn = new Function('work', { role: 'r', code: new asset.AssetArchive({ 'index.js': code }) });
      const live = new Alias('live', { name: 'live', functionName: fn.name, functionVersion: fn.version });
      const sized = new Bucket('sized', { forceDestroy: true, tags: { a: 'b' } });
      return { name: live.name, function: live.functionName, force: sized.forceDestroy, tags: sized.tags };
    });
    const work = named(recording, 'work');
    expect(work.inputs.code).toEqual({ $archive: { assets: { 'index.js': { $asset: { text: 'x' } } } } });
    expect(named(recording, 'live').inputs.functionVersion).toEqual(ref(work, 'version'));
    const live = named(recording, 'live');
    expect(recording.outputs).toEqual({
      name: ref(live, 'name'),
      function: ref(live, 'functionName'),
      force: true,
      tags: { a: 'b' },
    });
  });

  test('references: records an attribute inside a property', async () => {
    const recording = await record(() => {
      const fn = new GcpFunction('work', { location: 'l', serviceConfig: { timeoutSeconds: 60 } });
      return { uri: fn.serviceConfig.apply((config) => config?.uri) };
    });
    const work = named(recording, 'work');
    expect(work.inputs.serviceConfig).toEqual({ timeoutSeconds: 60 });
    expect(recording.outputs.uri).toEqual(ref(work, 'serviceConfig', 'uri'));
  });

  test('references: records a whole resource as a reference to its id', async () => {
    const recording = await record(() => {
      const uploads = new Bucket('uploads');
      new BucketObject('first', { bucket: uploads, key: 'first' });
    });
    expect(named(recording, 'first').inputs.bucket).toEqual(ref(named(recording, 'uploads'), 'id'));
  });

  test('references: includes resources that are created in a callback', async () => {
    const recording = await record(() => {
      const { arn } = new Bucket('uploads');
      arn.apply(async (text) => {
        await new Promise((resolve) => setImmediate(resolve));
        const inner = new Bucket('inner', { bucket: text });
        inner.id.apply((id) => new Bucket('innermost', { bucket: id }));
      });
    });
    expect(named(recording, 'innermost').inputs.bucket).toEqual(ref(named(recording, 'inner'), 'id'));
  });

  test('references: records secrets, and values that contain one, without the value', async () => {
    const recording = await record(() => {
      const { arn } = new Bucket('uploads', { tags: { token: secret('abc'), plain: 'x' } });
      return { all: all([arn, secret('abc')]).apply(([a, b]) => a + b), whole: secret(arn) };
    });
    expect(named(recording, 'uploads').inputs.tags).toEqual({ plain: 'x', token: { $secret: true } });
    expect(recording.outputs).toEqual({ all: { $secret: true }, whole: { $secret: true } });
    expect(JSON.stringify(recording)).not.toContain('abc');
  });

  test('references: records region and project as references, and other configuration as values', async () => {
    const recording = await record(
      () => ({
        project: interpolate`p-${new Config('gcp').require('project')}`,
        region: new Config('aws').get('region'),
        size: new Config().requireNumber('size'),
      }),
      { config: { 'aws:region': 'eu-west-1', 'shop:size': '3' } },
    );
    expect(recording.outputs).toEqual({
      project: { $join: ['p-', { $ref: { config: 'gcp:project', path: [] } }] },
      region: { $ref: { config: 'aws:region', path: [] } },
      size: 3,
    });
  });

  test('references: records components with their parent types and outputs', async () => {
    class Shop extends ComponentResource {
      constructor(name: string, parent?: ComponentResource) {
        super('triptych:aws:Shop', name, {}, { parent });
        const uploads = new Bucket(`${name}-uploads`, {}, { parent: this });
        this.registerOutputs({ arn: uploads.arn });
      }
    }
    const recording = await record(() => void new Shop('inner', new Shop('outer')));
    const inner = named(recording, 'inner');
    const uploads = named(recording, 'inner-uploads');
    expect(inner).toMatchObject({
      custom: false,
      parent: 'urn:pulumi:dev::shop::triptych:aws:Shop::outer',
      inputs: {},
    });
    expect(inner.outputs).toEqual({ arn: ref(uploads, 'arn') });
    expect(uploads.parent).toBe(inner.urn);
    expect(uploads.urn).toBe(
      'urn:pulumi:dev::shop::triptych:aws:Shop$triptych:aws:Shop$aws:s3/bucket:Bucket::inner-uploads',
    );
    expect(named(recording, 'outer').parent).toBe(stackUrn);
    expect(named(recording, 'shop-dev')).toMatchObject({ urn: stackUrn, parent: null });
  });

  test('references: keeps the order of lists, and sorts maps, resources and dependencies', async () => {
    const recording = await record(() => {
      const b = new Bucket('b');
      const a = new Bucket('a');
      new BucketObject('c', { key: 'x', bucket: b.id, metadata: { z: a.id, a: b.id } });
      return { list: ['z', 'a'] };
    });
    const c = named(recording, 'c');
    expect(Object.keys(c.inputs)).toEqual(['bucket', 'key', 'metadata']);
    expect(Object.keys(c.inputs.metadata as object)).toEqual(['a', 'z']);
    expect(c.dependencies).toEqual([named(recording, 'a').urn, named(recording, 'b').urn]);
    const urns = recording.resources.map(({ urn }) => urn);
    expect(urns).toEqual([...urns].sort());
    expect(recording.outputs.list).toEqual(['z', 'a']);
  });
});

describe('fails where a recording would say something else than the program', () => {
  const cases: [string, (arn: string) => unknown, string][] = [
    ['a value was cut', (arn) => arn.slice(0, 5), 'took apart'],
    ['a list was expected', (arn) => arn[0], 'took apart'],
    ['a value was upper-cased', (arn) => `X${arn.toUpperCase()}`, 'took apart'],
    ['its frame was removed', (arn) => arn.replace(/[^a-z0-9-]/g, ''), 'changed'],
    ['it was encoded for an address', (arn) => `https://x/?q=${encodeURIComponent(arn)}`, 'encoded'],
    ['a key is only known later', (arn) => ({ [arn]: 1 }), 'a key that is only known after deployment'],
    ['a map looks like a reference', () => ({ $ref: '#/x' }), 'holds only $ref'],
  ];
  test.each(cases)('fails where %s', async (_, change, message) => {
    const recording = record(() => ({ broken: new Bucket('b').arn.apply(change) }));
    await expect(recording).rejects.toThrow(message);
    await expect(recording).rejects.toThrow(/^urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev: outputs: broken: /);
  });

  test("references: fails on two resources with one URN, with the engine's message", async () => {
    const recording = record(() => void [new Bucket('same'), new Bucket('same')]);
    await expect(recording).rejects.toThrow(
      "Duplicate resource URN 'urn:pulumi:dev::shop::aws:s3/bucket:Bucket::same'; try giving it a unique name",
    );
  });

  test.each(['\uE000', 'a\uE0000123456789abcdef\uE001', '\\ue000', '%EE%80%80', '\uE001\uE002\uE004'])(
    "references: keeps the program's own text %j, which looks like a marker",
    async (own) => {
      const program = () => {
        const { arn } = new Bucket('b');
        return { own: output(own), both: arn.apply((text) => `${own}${text}`) };
      };
      const recording = await record(program, { ownTexts: JSON.stringify([own]) });
      const { outputs } = recording;
      expect(outputs).toEqual({ own, both: { $join: [own, ref(named(recording, 'b'), 'arn')] } });
    },
  );

  test('references: fails with all errors, one per line', async () => {
    const recording = record(() => {
      const { arn } = new Bucket('same', { tags: { a: output('\uE000') } });
      new Bucket('same', { bucket: arn.apply((text) => text.slice(1)) });
    });
    const error = await recording.then(
      () => undefined,
      (caught: Error) => caught,
    );
    const urn = 'urn:pulumi:dev::shop::aws:s3/bucket:Bucket::same';
    expect(error?.message.split('\n').map((line) => line.slice(0, urn.length + 10))).toEqual([
      `${urn}: tags.a: `,
      `Duplicate resource URN '${urn}'`.slice(0, urn.length + 10),
      `${urn}: bucket: `,
    ]);
  });

  test('references: records an output of another stack, or the value that is known for it', async () => {
    const program = () => {
      const ground = new StackReference('ground', { name: 'acme/ground/dev' });
      return {
        topic: ground.requireOutput('topic'),
        zones: ground.getOutput('zones'),
        bucket: ground.getOutput('bucket'),
      };
    };
    const outputs = {
      'acme/ground/dev.zones': '["a","b"]',
      'acme/ground/dev.bucket': 'b',
      'acme/ground/prod.topic': 't',
    };
    const recording = await record(program, { outputs });
    expect(recording.outputs).toEqual({
      topic: { $ref: { urn: named(recording, 'ground').urn, path: ['outputs', 'topic'] } },
      zones: ['a', 'b'],
      bucket: 'b',
    });
  });

  const refused: [string, () => unknown, string][] = [
    [
      'a component of another program',
      () => new ComponentResource('x:y:Z', 'z', {}, {}, true),
      "z: a component of another program can't be recorded",
    ],
  ];
  test.each(refused)('fails on %s', async (_, program, message) => {
    await expect(record(() => void program())).rejects.toThrow(message);
  });
});
