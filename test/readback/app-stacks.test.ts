import { findInAssembly, readCloudFormation } from '../../lib/readback/cloudformation';
import { readPulumi } from '../../lib/readback/pulumi';
import { readTerraform } from '../../lib/readback/terraform';
import { inFolder } from './formats';

const stamp = { version: 1, architecture: 'shop', path: 'app/Shop', withoutCode: [], outputs: [] };

/** An app of CDKTF: its stack with the architecture, and another one. */
const terraform = (own: object, others: Record<string, unknown> = {}) => ({
  'stacks/app/cdk.tf.json': {
    '//': { triptych: [stamp] },
    resource: {
      google_cloud_run_v2_service: {
        s: { '//': { metadata: { path: 'app/Shop/services/s/Service' } }, name: 'shop-s-01234567' },
      },
      google_storage_bucket: {
        b: {
          '//': { metadata: { path: 'app/Shop/buckets/b/Bucket' } },
          name: 'shop-b-89abcdef-${var.project}',
        },
      },
      mine: own,
    },
  },
  ...others,
});
const read = (files: Record<string, unknown>) => inFolder(files, (place) => readTerraform(place, 'app'));
const seen = (own: object) =>
  read(terraform({ one: own }))
    .unrecognized('app')
    .map(({ resource }) => resource)
    .filter((resource) => resource.startsWith('mine'));

describe('stacks of an app of CDKTF', () => {
  it('counts the resources outside the architecture, by stack', () => {
    const other = { resource: { a: { x: {}, y: {} }, b: { z: {} } }, data: { c: { w: {} } }, output: { o: {} } };
    const artefact = read(
      terraform({ one: {}, two: {} }, { 'stacks/other/cdk.tf.json': other, 'stacks/none/cdk.tf.json': {} }),
    );
    expect(artefact.notJudged('app')).toEqual({ app: 2, other: 4 });
  });

  it.each<[what: string, own: object]>([
    ['a reference', { service: '${google_cloud_run_v2_service.s.name}' }],
    ['the name of an element', { service: 'shop-s-01234567', role: 'roles/run.invoker', member: 'allUsers' }],
    ['the name of an element in a longer text', { id: 'projects/p/locations/r/services/shop-s-01234567' }],
    ['the name of an element deep below', { a: [{ b: 'shop-s-01234567' }] }],
    ['a name with the project behind it', { bucket: 'shop-b-89abcdef-my-project' }],
    ['a name with a reference to the project behind it', { bucket: 'shop-b-89abcdef-${var.project}' }],
  ])('judges a resource with %s', (_, own) => expect(seen(own)).toEqual(['mine.one']));

  it.each<[what: string, own: object]>([
    ['nothing of the architecture', { service: 'other' }],
    ['a name of another hash', { service: 'shop-s-01234568' }],
    ['a name without its hash', { service: 'shop-s' }],
  ])("doesn't judge a resource with %s", (_, own) => expect(seen(own)).toEqual([]));
});

const manifest = (artifacts: object) => ({ artifacts });
const stackOf = (templateFile: string) => ({ type: 'aws:cloudformation:stack', properties: { templateFile } });
const assembly = (directoryName: string) => ({ type: 'cdk:cloud-assembly', properties: { directoryName } });
const templates = {
  'app.json': { Metadata: { Triptych: [stamp] }, Resources: { Own: { Type: 'T' } } },
  'other.json': { Resources: { A: { Type: 'T' }, B: { Type: 'T' } } },
};

describe('stacks of an app of CDK', () => {
  it('counts the resources outside the architecture, by stack, those of stages too', () => {
    const files = {
      ...templates,
      'manifest.json': manifest({
        app: stackOf('app.json'),
        other: stackOf('other.json'),
        Tree: { type: 'cdk:tree' },
        stage: assembly('stage'),
      }),
      'stage/manifest.json': manifest({ third: stackOf('t.json'), inner: assembly('inner') }),
      'stage/t.json': { Resources: { A: { Type: 'T' } } },
      'stage/inner/manifest.json': manifest({ fourth: stackOf('f.json') }),
      'stage/inner/f.json': { Resources: { A: { Type: 'T' }, B: { Type: 'T' }, C: { Type: 'T' } } },
    };
    expect(inFolder(files, (place) => readCloudFormation(place, 'app').notJudged('app'))).toEqual({
      app: 1,
      other: 2,
      'stage/third': 1,
      'stage/inner/fourth': 3,
    });
  });

  it("doesn't count what `cdk` adds to every stack", () => {
    const usage = { CDKMetadata: { Type: 'AWS::CDK::Metadata' } };
    const files = {
      'app.json': { ...templates['app.json'], Resources: usage },
      'other.json': { Resources: usage },
      'manifest.json': manifest({ app: stackOf('app.json'), other: stackOf('other.json') }),
    };
    expect(inFolder(files, (place) => readCloudFormation(place, 'app').notJudged('app'))).toEqual({});
  });

  it("doesn't count the resources of another architecture, also those that wait for one of the app", () => {
    const other = { ...stamp, path: 'app/Other' };
    const at = (path: string, more: object = {}) => ({ Type: 'T', Metadata: { 'aws:cdk:path': path }, ...more });
    const files = {
      'app.json': {
        Metadata: { Triptych: [stamp, other] },
        Resources: {
          Mine: at('app/Mine'),
          Plain: at('app/Other/tables/t/Table'),
          Waits: at('app/Other/tables/u/Table', { DependsOn: ['Mine'] }),
        },
      },
      'manifest.json': manifest({ app: stackOf('app.json') }),
    };
    const counted = inFolder(files, (place) => findInAssembly(place, 'app').map(({ open }) => open().notJudged('app')));
    expect(counted).toEqual([{ app: 1 }, { app: 1 }]);
  });

  it('finds the architecture of a stage, and says where there are several', () => {
    const stage = {
      'stage/manifest.json': manifest({ inner: stackOf('app.json') }),
      'stage/app.json': templates['app.json'],
    };
    const one = { 'manifest.json': manifest({ stage: assembly('stage') }), ...stage };
    expect(inFolder(one, (place) => findInAssembly(place, 'app'))).toMatchObject([
      { architecture: 'shop', path: 'app/Shop', stack: 'stage/inner' },
    ]);
    const two = {
      ...templates,
      'manifest.json': manifest({ app: stackOf('app.json'), stage: assembly('stage') }),
      ...stage,
    };
    expect(() => inFolder(two, (place) => readCloudFormation(place, 'app'))).toThrow(
      'must contain exactly one architecture, found 2: shop in app/Shop, shop in app/Shop',
    );
  });

  it.each<[what: string, files: Record<string, unknown>, message: string]>([
    [
      'a stage is its own stage',
      { 'manifest.json': manifest({ app: stackOf('app.json'), stage: assembly('.') }) },
      'must be below at most 10 other assemblies',
    ],
    [
      'a stage is missing',
      { 'manifest.json': manifest({ app: stackOf('app.json'), stage: assembly('x') }) },
      'x/manif',
    ],
    [
      'a stage has no folder',
      { 'manifest.json': manifest({ app: stackOf('app.json'), stage: { type: 'cdk:cloud-assembly' } }) },
      'directoryName',
    ],
  ])('is refused if %s', (_, files, message) => {
    expect(() => inFolder({ ...templates, ...files }, (place) => readCloudFormation(place, 'app'))).toThrow(message);
  });
});

describe('explicit providers of a Pulumi program', () => {
  const shop = 'u::shop';
  const registration = (name: string, type: string, parent: string | null, more: object) => ({
    ...{ urn: `u::${name}`, type, name, parent, custom: false, inputs: {}, options: {} },
    ...more,
  });
  const seen = (provider: string, scope: 'app' | 'whole') => {
    const resources = [
      registration('shop', 'triptych:aws:ServerlessArchitecture', null, {
        options: { providers: { aws: 'p::eu' } },
        outputs: { version: 1, architecture: 'shop', withoutCode: [], outputs: {} },
      }),
      registration('shop-t', 'triptych:aws:Table', shop, { options: { providers: { aws: 'p::eu' } } }),
      registration('shop-t-table', 'aws:dynamodb/table:Table', 'u::shop-t', { custom: true, options: { provider } }),
    ];
    const recording = { version: 1, project: 'shop', stack: 'dev', resources, invokes: [], outputs: {} };
    return inFolder({ 'resources.json': recording }, (place) => {
      const artefact = readPulumi(place, scope);
      const table = artefact.part('tables.t', 'aws:dynamodb/table:Table')!;
      return { read: table.at(['options', 'provider']), counted: artefact.notJudged('app') };
    });
  };

  it("are the app's own choice on the whole architecture", () =>
    expect(seen('p::eu', 'app')).toEqual({ read: undefined, counted: {} }));

  it('are judged on one resource', () => expect(seen('p::us', 'app').read).toBe('p::us'));

  it('are judged in a program with only the architecture', () => expect(seen('p::eu', 'whole').read).toBe('p::eu'));
});

describe('stack of a Pulumi program', () => {
  it('counts the resources outside the architecture', () => {
    const registration = (urn: string, type: string, name: string, more: object) => ({
      ...{ urn: `${urn}::${name}`, type, name, parent: null, custom: false, inputs: {}, options: {} },
      ...more,
    });
    const recording = {
      version: 1,
      project: 'site',
      stack: 'prod',
      resources: [
        registration('u', 'triptych:gcp:ServerlessArchitecture', 'shop', {
          outputs: { version: 1, architecture: 'shop', withoutCode: [], outputs: {} },
        }),
        registration('v', 'gcp:storage/bucket:Bucket', 'mine', { custom: true, inputs: { name: 'x' } }),
      ],
      invokes: [],
      outputs: {},
    };
    const notJudged = inFolder({ 'resources.json': recording }, (place) => readPulumi(place, 'app').notJudged('app'));
    expect(notJudged).toEqual({ 'site/prod': 1 });
  });
});
