import { createHash } from 'node:crypto';
import type { Artefact } from '../../lib/readback/artefact';
import { readCloudFormation } from '../../lib/readback/cloudformation';
import { inFolder } from './formats';

const stamp = { version: 1, architecture: 'shop', path: 'App/Shop', withoutCode: [], outputs: ['url'] };
const placed = (path: string, others: object = {}) => ({ Metadata: { 'aws:cdk:path': path }, ...others });
const template = {
  Metadata: { Triptych: [stamp] },
  Resources: {
    Table: placed('App/Shop/tables/t/Table/Resource', { Type: 'AWS::DynamoDB::Table', Properties: { A: 1 } }),
    Topic: placed('App/Own/Topic', { Type: 'AWS::SNS::Topic', Properties: { Of: { Ref: 'Table' } } }),
    Bare: { Type: 'AWS::S3::Bucket' },
  },
  Outputs: { url: { Value: { Ref: 'Table' } }, own: { Value: 'x' } },
  Parameters: { BootstrapVersion: { Type: 'String' }, DefaultVpcId: { Type: 'String' } },
  Rules: { CheckBootstrapVersion: {} },
};
const manifest = (templates: readonly string[], more: object = {}) => ({
  artifacts: {
    'App.assets': { type: 'cdk:asset-manifest' },
    ...Object.fromEntries(
      templates.map((name) => [
        name,
        { type: 'aws:cloudformation:stack', properties: { templateFile: `${name}.json` }, ...more },
      ]),
    ),
  },
});

const reading = <T>(use: (artefact: Artefact) => T, changes: object = {}, more: object = {}): T =>
  inFolder({ 'manifest.json': manifest(['App'], more), 'App.json': { ...template, ...changes } }, (folder) =>
    use(readCloudFormation(folder)),
  );
const read = (changes: object = {}, more: object = {}): Artefact => reading((artefact) => artefact, changes, more);

describe('cloudformation: a cloud assembly', () => {
  it('assigns each resource to its element', () => {
    const places = read().resources.map(({ address, owner, local }) => [address, owner, local]);
    expect(places).toEqual([
      ['App/Shop/tables/t/Table/Resource', 'tables.t', 'Table/Resource'],
      ['App/Own/Topic', undefined, ''],
      ['Bare', undefined, ''],
      ['Outputs/url', 'outputs', 'url'],
      ['Outputs/own', undefined, 'own'],
      ['Parameters/DefaultVpcId', 'foundation', 'DefaultVpcId'],
    ]);
  });

  it('points at resources by their addresses', () => {
    expect(read().at('App/Own/Topic')?.at(['Properties', 'Of'])).toEqual({
      at: 'App/Shop/tables/t/Table/Resource',
      attribute: 'Ref',
    });
  });

  it('hashes the file that is uploaded under a key', () => {
    const assets = {
      files: { x: { source: { path: 'asset.x.zip' }, destinations: { there: { objectKey: 'x.zip' } } } },
    };
    inFolder(
      {
        'manifest.json': manifest(['App']),
        'App.json': template,
        'App.assets.json': assets,
        'asset.x.zip': 'bytes',
      },
      (folder) => {
        const { sha256 } = readCloudFormation(folder);
        expect(sha256('x.zip')).toBe(createHash('sha256').update('bytes').digest('hex'));
        expect(sha256('y.zip')).toBeUndefined();
      },
    );
  });

  it('replaces the account and the region of an app by pointers', () => {
    const written = { Resources: { Topic: { Type: 'T', Properties: { Arn: 'arn:eu-west-1:123456789012:x' } } } };
    const artefact = read(written, { environment: 'aws://123456789012/eu-west-1' });
    expect(artefact.at('Topic')?.at(['Properties', 'Arn'])).toEqual({
      join: ['arn:', { at: 'AWS', attribute: 'Region' }, ':', { at: 'AWS', attribute: 'AccountId' }, ':x'],
    });
  });

  it('finds the stack with the architecture among several', () => {
    const files = {
      'manifest.json': manifest(['Other', 'App']),
      'Other.json': { Resources: {} },
      'App.json': template,
    };
    expect(inFolder(files, readCloudFormation).stamp).toEqual(stamp);
  });

  const extra = (changes: object) =>
    reading((artefact) => artefact.unrecognized(), { Resources: {}, Outputs: {}, Parameters: {}, ...changes }).map(
      ({ resource, path }) => [resource, ...path].join('/'),
    );

  it.each<[what: string, changes: object, seen: string]>([
    ['a condition', { Conditions: { IsProd: {} } }, 'Conditions/IsProd'],
    ['a transform', { Transform: ['AWS::Serverless'] }, 'Transform/0'],
    ['a mapping', { Mappings: { A: {} } }, 'Mappings/A'],
    ['metadata of its own', { Metadata: { ...template.Metadata, Mine: 1 } }, 'Metadata/Mine'],
    ['a rule', { Rules: { ...template.Rules, Mine: {} } }, 'Rules/Mine'],
    ['a section that nobody knows', { Hooks: { A: {} } }, 'Hooks/A'],
    ['metadata of a resource', { Resources: { A: { Type: 'T', Metadata: { Mine: 1 } } } }, 'A'],
    ['a parameter', { Parameters: { Mine: { Type: 'String' } } }, 'Parameters/Mine'],
  ])('reports %s', (_, changes, seen) => expect(extra(changes)).toContain(seen));

  it('reports a lookup without a result', () => {
    const missing = { ...manifest(['App']), missing: [{ key: 'vpc', provider: 'vpc-provider' }] };
    const files = { 'manifest.json': missing, 'App.json': { ...template, Resources: {}, Outputs: {}, Parameters: {} } };
    expect(inFolder(files, (folder) => readCloudFormation(folder).unrecognized())).toContainEqual({
      resource: 'manifest.json',
      path: ['missing', 'vpc'],
      value: 'vpc-provider',
    });
  });

  it.each<[what: string, files: Record<string, unknown>, message: string]>([
    ['there is no manifest', {}, 'no such file'],
    ['the manifest is no JSON', { 'manifest.json': '{' }, 'not JSON'],
    ['no stack holds an architecture', { 'manifest.json': manifest([]) }, 'found 0'],
    [
      'two stacks do',
      { 'manifest.json': manifest(['A', 'B']), 'A.json': template, 'B.json': template },
      'must contain exactly one architecture, found 2',
    ],
    ['a template is missing', { 'manifest.json': manifest(['App']) }, 'no such file'],
  ])('is refused if %s', (_, files, message) => {
    expect(() => inFolder(files, readCloudFormation)).toThrow(message);
  });
});
