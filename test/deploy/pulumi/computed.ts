import { functionType, resourceType, shapesOf, type Member, type Members } from '../../vendor/pulumi-types';
import ts from 'typescript';

/** Where a provider was told to go. */
export interface Where {
  readonly cloud: 'aws' | 'gcp';
  readonly region: string;
  /** The project; of AWS, the account's number. */
  readonly project: string;
}

/** A resource that a cloud has just made or changed. */
export interface Made {
  readonly type: string;
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Higher for what was made or changed later: versions and revisions are made of it. */
  readonly version: number;
}

type Values = Readonly<Record<string, unknown>>;

/** What programs go on with: attributes whose form matters. */
const known: Readonly<Record<string, (made: Made, where: Where) => Values>> = {
  'aws:apigatewayv2/api:Api': ({ id }, { region, project }) => ({
    apiEndpoint: `https://${id}.execute-api.${region}.amazonaws.com`,
    executionArn: `arn:aws:execute-api:${region}:${project}:${id}`,
  }),
  'aws:ecs/taskDefinition:TaskDefinition': ({ inputs, version }, { region, project }) => ({
    arn: `arn:aws:ecs:${region}:${project}:task-definition/${inputs['family'] as string}:${version}`,
    revision: version,
  }),
  'aws:lambda/function:Function': ({ id, version }, { region, project }) => ({
    version: String(version),
    qualifiedArn: `arn:aws:lambda:${region}:${project}:function:${id}:${version}`,
    lastModified: String(version),
  }),
  'aws:lambda/functionUrl:FunctionUrl': ({ id }, { region }) => ({
    urlId: id.replace(/[^a-z0-9]/g, ''),
    functionUrl: `https://${id.replace(/[^a-z0-9]/g, '')}.lambda-url.${region}.on.aws/`,
  }),
  'aws:lb/loadBalancer:LoadBalancer': ({ id }, { region }) => ({ dnsName: `${id}.${region}.elb.amazonaws.com` }),
  'aws:sns/topic:Topic': ({ id }, { region, project }) => ({ arn: `arn:aws:sns:${region}:${project}:${id}` }),
  'aws:sqs/queue:Queue': ({ id }, { region, project }) => ({
    arn: `arn:aws:sqs:${region}:${project}:${id}`,
    url: `https://sqs.${region}.amazonaws.com/${project}/${id}`,
  }),
  'gcp:cloudfunctionsv2/function:Function': ({ inputs }, { region, project }) => ({
    url: `https://${region}-${project}.cloudfunctions.net/${inputs['name'] as string}`,
    serviceConfig: { uri: `https://${inputs['name'] as string}-x.a.run.app` },
  }),
  'gcp:cloudrunv2/service:Service': ({ inputs }) => ({ uri: `https://${inputs['name'] as string}-x.a.run.app` }),
  'gcp:compute/globalAddress:GlobalAddress': () => ({ address: '192.0.2.1' }),
  'gcp:projects/iAMCustomRole:IAMCustomRole': ({ inputs }, { project }) => ({
    name: `projects/${project}/roles/${inputs['roleId'] as string}`,
  }),
  'gcp:secretmanager/secret:Secret': ({ inputs }, { project }) => ({
    name: `projects/${project}/secrets/${inputs['secretId'] as string}`,
  }),
  'gcp:serviceaccount/account:Account': ({ inputs }, { project }) => {
    const email = `${inputs['accountId'] as string}@${project}.iam.gserviceaccount.com`;
    return { email, member: `serviceAccount:${email}`, name: `projects/${project}/serviceAccounts/${email}` };
  },
};

/** What a cloud says of a resource beside what it was told, by what its SDK declares. */
export function computedOf(made: Made, where: Where): Values {
  const { outputs } = resourceType(made.type)!;
  const own = known[made.type]?.(made, where);
  const answered = { arn: arnOf(made, where), ...(where.cloud === 'gcp' && { project: where.project }), ...own };
  return { ...madeUp(where.cloud, outputs, made.id), ...pick(answered, outputs) };
}

function arnOf({ type, id }: Made, { region, project }: Where): string {
  const [, service, kind] = /^aws:(\w+)\/(\w+):/.exec(type) ?? [];
  return `arn:aws:${service}:${region}:${project}:${kind}/${id}`;
}

const answers: Readonly<Record<string, (where: Where) => Values>> = {
  'aws:ec2/getVpc:getVpc': () => ({ id: 'vpc-0a' }),
  // EC2 tells them in no order.
  'aws:ec2/getSubnets:getSubnets': () => ({ ids: ['subnet-0c', 'subnet-0a', 'subnet-0b'] }),
  'aws:index/getAvailabilityZones:getAvailabilityZones': ({ region }) => ({
    names: ['a', 'b', 'c'].map((zone) => `${region}${zone}`),
  }),
  'aws:index/getCallerIdentity:getCallerIdentity': ({ project }) => ({ accountId: project }),
  'aws:index/getPartition:getPartition': () => ({ partition: 'aws' }),
  'aws:index/getRegion:getRegion': ({ region }) => ({ region, name: region }),
  'gcp:organizations/getProject:getProject': ({ project }) => ({ number: numberOf(project), projectId: project }),
  'gcp:storage/getProjectServiceAccount:getProjectServiceAccount': ({ project }) => {
    const emailAddress = `service-${numberOf(project)}@gs-project-accounts.iam.gserviceaccount.com`;
    return { emailAddress, member: `serviceAccount:${emailAddress}` };
  },
};

/** What Google calls a project in the addresses of its own accounts. */
const numberOf = (project: string): string => String(100_000_000_000 + project.length);

/**
 * Answers a question that a program asks a provider.
 * @throws Error if the SDK declares no such question
 */
export function answerTo(token: string, args: Values, where: Where): Values {
  const declared = functionType(token);
  if (!declared) throw new Error(`no function ${token}`);
  return { ...madeUp(where.cloud, declared.outputs, token), ...args, ...answers[token]?.(where) };
}

const pick = (values: Values, members: Members): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => members.has(name)));

/** Some value for everything that is always there. */
const madeUp = (cloud: string, members: Members, of: string): Values =>
  Object.fromEntries(
    [...members]
      .filter(([, { required, type }]) => required && !mayBeUndefined(type))
      .map(([name, member]) => [name, some(cloud, member, `${of}/${name}`)]),
  );

function some(cloud: string, { type }: Pick<Member, 'type'>, text: string): unknown {
  const [shape] = shapesOf(cloud, type);
  switch (shape?.kind) {
    case 'number':
      return 0;
    case 'boolean':
      return false;
    case 'list':
      return [];
    case 'map':
    case 'object':
      return {};
    default:
      return text;
  }
}

function mayBeUndefined(type: ts.TypeNode): boolean {
  if (ts.isUnionTypeNode(type)) return type.types.some(({ kind }) => kind === ts.SyntaxKind.UndefinedKeyword);
  return ts.isTypeReferenceNode(type) && (type.typeArguments ?? []).some(mayBeUndefined);
}
