import { equal, isObject, type Unrecognized } from './resource';

type Json = Readonly<Record<string, unknown>>;

/** The roles and buckets that `cdk bootstrap` creates with its default qualifier. */
const role = (name: string): string =>
  `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/cdk-hnb659fds-${name}-role-\${AWS::AccountId}-\${AWS::Region}`;
const bucket = 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}';
const bootstrapStackVersionSsmParameter = '/cdk-bootstrap/hnb659fds/version';

/**
 * The differences between an assembly and a right one with one stack for any account and region: the roles for its
 * deployment, its environment, and the destinations of its assets. `cdk deploy` uses all of them.
 */
export function misassembled(stack: string, artifact: Json, assets: Json, withoutCode: boolean): Unrecognized[] {
  const { properties, environment, type } = artifact;
  const { stackTemplateAssetObjectUrl: url, ...said } = isObject(properties) ? properties : {};
  const isRight =
    type === 'aws:cloudformation:stack' &&
    environment === 'aws://unknown-account/unknown-region' &&
    equal(said, expectedProperties(stack)) &&
    typeof url === 'string' &&
    /^[0-9a-f]{64}\.json$/.test(url.replace(`s3://${bucket}/`, ''));
  const files = Object.entries(isObject(assets['files']) ? assets['files'] : {});
  // Only the asset in place of code that was left out is made by a program, which fails.
  const strays = files.filter(([, file]) => !goesToItsBucket(file) || (isProgram(file) && !withoutCode));
  return [
    ...(isRight ? [] : [{ resource: 'manifest.json', path: ['artifacts', stack], value: artifact }]),
    ...strays.map(([id, file]) => ({ resource: `${stack}.assets.json`, path: ['files', id], value: file })),
  ];
}

const expectedProperties = (stack: string) => ({
  templateFile: `${stack}.template.json`,
  terminationProtection: false,
  validateOnSynth: false,
  assumeRoleArn: role('deploy'),
  cloudFormationExecutionRoleArn: role('cfn-exec'),
  requiresBootstrapStackVersion: 6,
  bootstrapStackVersionSsmParameter,
  additionalDependencies: [`${stack}.assets`],
  lookupRole: { arn: role('lookup'), requiresBootstrapStackVersion: 8, bootstrapStackVersionSsmParameter },
});

const isProgram = (file: unknown): boolean =>
  !isObject(file) || !isObject(file['source']) || 'executable' in file['source'];

/** Tests that an asset is uploaded once, with the bootstrap role and into the bootstrap bucket. */
function goesToItsBucket(file: unknown): boolean {
  const destinations = isObject(file) && isObject(file['destinations']) ? Object.values(file['destinations']) : [];
  const [destination, ...others] = destinations;
  const { objectKey, ...said } = isObject(destination) ? destination : {};
  return (
    others.length === 0 &&
    typeof objectKey === 'string' &&
    equal(said, { bucketName: bucket, assumeRoleArn: role('file-publishing') })
  );
}
