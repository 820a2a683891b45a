import { equal, isObject, type Unrecognized } from './resource';

type Json = Readonly<Record<string, unknown>>;

/** Roles and buckets that `cdk bootstrap` makes in an account under its default qualifier. */
const role = (name: string): string =>
  `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/cdk-hnb659fds-${name}-role-\${AWS::AccountId}-\${AWS::Region}`;
const bucket = 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}';
const bootstrapStackVersionSsmParameter = '/cdk-bootstrap/hnb659fds/version';

/**
 * What an assembly that holds one stack, for whatever account and region, says otherwise than it has to: with which
 * roles it is deployed, where to, and where its assets go. `cdk deploy` acts on all of that.
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
  // What stands for code that was left out is the one asset that is made by a program: one that fails.
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

/** An asset is uploaded once, by the role that uploads, into the bucket that was made for it. */
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
