import { shown } from './made';
import { equal, isObject, type Unrecognized } from './resource';

type Json = Readonly<Record<string, unknown>>;

/** The bucket and the roles that `cdk bootstrap` creates with its default qualifier. */
export const bootstrap = {
  bucket: 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}',
  role: (name: string): string =>
    `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/cdk-hnb659fds-${name}-role-\${AWS::AccountId}-\${AWS::Region}`,
} as const;

const bootstrapStackVersionSsmParameter = '/cdk-bootstrap/hnb659fds/version';

/** The files that belong to a stack, beside the manifest. */
export const filesOf = (stack: string) => ({
  template: `${stack}.template.json`,
  assets: `${stack}.assets.json`,
  metadata: `${stack}.metadata.json`,
});

/**
 * The differences between an assembly's manifest and a right one, which has one stack for any account and region, and
 * the assets of that stack. `cdk deploy` deploys everything that a manifest names: other stacks, other assets, and
 * nested assemblies as well.
 *
 * @param stack the architecture's name, which is the stack's
 * @param sha256 the hash of the template that was read, by which `cdk deploy` finds the one that it deploys
 */
export function misassembled(stack: string, manifest: Json, sha256: string | undefined): Unrecognized[] {
  const { version, minimumCliVersion, artifacts, missing = [], ...others } = manifest;
  const right: Json = { [stack]: rightStack(stack, sha256), [`${stack}.assets`]: rightAssets(stack) };
  const said = isObject(artifacts) ? artifacts : {};
  const ids = Object.keys({ ...said, ...right }).filter(
    (id) => !equal(said[id], Object.hasOwn(right, id) ? right[id] : undefined) && !isReport(said[id]),
  );
  // They only decide which versions of the command line refuse the assembly.
  const versions = Object.entries({ version, minimumCliVersion }).filter(([, value]) => !isVersion(value));
  return [
    ...ids.map((id) => at(['artifacts', id], said[id])),
    ...versions.map(([key, value]) => at([key], value)),
    ...unanswered(missing),
    ...Object.entries(others).map(([key, value]) => at([key], value)),
  ];
}

const at = (path: readonly string[], value: unknown): Unrecognized => ({ resource: 'manifest.json', path, value });

/** Lookups without a result. */
const unanswered = (missing: unknown): Unrecognized[] =>
  Array.isArray(missing)
    ? missing.map((one: unknown, index) =>
        isObject(one) ? at(['missing', shown(one['key'])], one['provider']) : at(['missing', String(index)], one),
      )
    : [at(['missing'], missing)];

const rightStack = (stack: string, sha256: string | undefined): Json => ({
  type: 'aws:cloudformation:stack',
  environment: 'aws://unknown-account/unknown-region',
  properties: {
    templateFile: filesOf(stack).template,
    terminationProtection: false,
    validateOnSynth: false,
    assumeRoleArn: bootstrap.role('deploy'),
    cloudFormationExecutionRoleArn: bootstrap.role('cfn-exec'),
    stackTemplateAssetObjectUrl: `s3://${bootstrap.bucket}/${sha256}.json`,
    requiresBootstrapStackVersion: 6,
    bootstrapStackVersionSsmParameter,
    additionalDependencies: [`${stack}.assets`],
    lookupRole: {
      arn: bootstrap.role('lookup'),
      requiresBootstrapStackVersion: 8,
      bootstrapStackVersionSsmParameter,
    },
  },
  dependencies: [`${stack}.assets`],
  additionalMetadataFile: filesOf(stack).metadata,
  displayName: stack,
});

const rightAssets = (stack: string): Json => ({
  type: 'cdk:asset-manifest',
  properties: { file: filesOf(stack).assets, requiresBootstrapStackVersion: 6, bootstrapStackVersionSsmParameter },
});

/** Tests that an artifact is CDK's report of its feature flags, which `cdk flags` shows and nothing deploys. */
function isReport(artifact: unknown): boolean {
  const { type, properties, ...others } = isObject(artifact) ? artifact : {};
  return type === 'cdk:feature-flag-report' && isObject(properties) && Object.keys(others).length === 0;
}

/** Tests that a value is a version of the schema, or of the command line. */
export const isVersion = (value: unknown): boolean => typeof value === 'string' && /^\d+\.\d+\.\d+$/.test(value);
