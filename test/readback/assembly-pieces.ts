import { createHash } from 'node:crypto';

/** JSON, open to edits. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an edit reaches into what it knows
type Json = any;

/** The files of an assembly, by name: JSON, or the bytes of an archive. */
export type Files = Record<string, Json>;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const role = (name: string) =>
  'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cdk-hnb659fds-' + name + '-role-${AWS::AccountId}-${AWS::Region}';
const bucketName = 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}';
const parameter = '/cdk-bootstrap/hnb659fds/version';
const assumeRoleArn = role('file-publishing');

/** An archive, with the zero bytes that its header has. */
export const archive = 'PK\u0003\u0004\u0014\u0000\u0000\u0000 code';

/** CDK's fingerprint of that archive: the result of `FileSystem.fingerprint` of aws-cdk-lib 2.276. */
export const code = 'de208b140ef713cf1de61f9235164db22111a7b644b51fa8ffd43900f56a244f';

/** The message of the program in place of code that was left out. */
export const messageFor = (names: string): string =>
  `the code of ${names} was left out: build it, and synthesize without withoutCode`;

/** An entry of the assets, uploaded once. */
export const uploaded = (source: object, objectKey: string) => ({
  displayName: 'shop',
  source,
  destinations: { 'current_account-current_region-1': { bucketName, objectKey, assumeRoleArn } },
});

/** A template as text, without resources. */
export const templateOf = (withoutCode: readonly string[] = []): string =>
  JSON.stringify({
    Metadata: { Triptych: [{ version: 1, architecture: 'shop', path: 'shop/Architecture', withoutCode, outputs: [] }] },
  });

export const urlOf = (template: string): string => `s3://${bucketName}/${sha256(template)}.json`;

/** A right assembly with one archive of code. Edits of its files change a fresh copy. */
export function assembly(template = templateOf()): Files {
  const hash = sha256(template);
  return {
    'manifest.json': {
      version: '55.0.0',
      minimumCliVersion: '2.1000.0',
      artifacts: {
        shop: {
          type: 'aws:cloudformation:stack',
          environment: 'aws://unknown-account/unknown-region',
          properties: {
            templateFile: 'shop.template.json',
            terminationProtection: false,
            validateOnSynth: false,
            assumeRoleArn: role('deploy'),
            cloudFormationExecutionRoleArn: role('cfn-exec'),
            stackTemplateAssetObjectUrl: urlOf(template),
            requiresBootstrapStackVersion: 6,
            bootstrapStackVersionSsmParameter: parameter,
            additionalDependencies: ['shop.assets'],
            lookupRole: {
              arn: role('lookup'),
              requiresBootstrapStackVersion: 8,
              bootstrapStackVersionSsmParameter: parameter,
            },
          },
          dependencies: ['shop.assets'],
          additionalMetadataFile: 'shop.metadata.json',
          displayName: 'shop',
        },
        'shop.assets': {
          type: 'cdk:asset-manifest',
          properties: {
            file: 'shop.assets.json',
            requiresBootstrapStackVersion: 6,
            bootstrapStackVersionSsmParameter: parameter,
          },
        },
        'aws-cdk-lib/feature-flag-report': {
          type: 'cdk:feature-flag-report',
          properties: { module: 'aws-cdk-lib', flags: { a: { recommendedValue: true } } },
        },
      },
    },
    'shop.template.json': template,
    'shop.assets.json': {
      version: '55.0.0',
      files: {
        [code]: uploaded({ path: `asset.${code}.zip`, packaging: 'file' }, `${code}.zip`),
        [hash]: uploaded({ path: 'shop.template.json', packaging: 'file' }, `${hash}.json`),
      },
      dockerImages: {},
    },
    'shop.metadata.json': {
      '/shop': [{ type: 'aws:cdk:templateFile', data: 'shop.template.json' }],
      '/shop/BootstrapVersion': [{ type: 'aws:cdk:logicalId', data: 'BootstrapVersion' }],
    },
    'cdk.out': { version: '55.0.0' },
    [`asset.${code}.zip`]: archive,
  };
}
