import { readFoundation } from '../../../lib/readback/aws-cdk/foundation';
import { readService } from '../../../lib/readback/aws-cdk/service';
import type { Artefact } from '../../../lib/readback/artefact';
import { cloudFormation } from '../aws-pieces';
import { mutants, type Piece } from '../pieces';
import { around, ground, web } from './web';

const all = [...ground, ...web];
const open = (pieces: readonly Piece[]) => cloudFormation([...pieces, ...around]);

const others = new Set<string | undefined>(around.map(({ owner }) => owner));

function said(artefact: Artefact) {
  const foundation = readFoundation(artefact);
  const service = readService('web', artefact);
  return { foundation, service, unrecognized: artefact.unrecognized().filter(({ owner }) => !others.has(owner)) };
}

const without = (...addresses: readonly string[]): Piece[] => all.filter(({ address }) => !addresses.includes(address));

const changed = (address: string, change: (properties: Record<string, unknown>) => object): Piece[] =>
  all.map((piece) => {
    const { Properties, ...others } = piece.properties as { Properties: Record<string, unknown> };
    return piece.address === address
      ? { ...piece, properties: { ...others, Properties: { ...Properties, ...change(Properties) } } }
      : piece;
  });

const allowing = (statements: readonly object[]) => [
  { PolicyName: 'Permissions', PolicyDocument: { Version: '2012-10-17', Statement: statements } },
];

const executedBy = (role: string) => () => ({ ExecutionRoleArn: { 'Fn::GetAtt': [role, 'Arn'] } });

/** Changes the one container of a task. */
const container =
  (change: (container: Record<string, unknown[]>) => object) =>
  ({ ContainerDefinitions: all }: Record<string, unknown>) => ({
    ContainerDefinitions: (all as Record<string, unknown[]>[]).map(change),
  });
const withoutSecrets = container(({ Secrets: _, ...rest }) => rest);
const twice = container(({ Environment: texts = [], ...rest }) => ({
  ...rest,
  Environment: [...texts, { Name: 'TOKEN', Value: 'x' }],
}));

describe('service and foundation in a CloudFormation template', () => {
  const read = said(open(all));

  it('reads the service', () => {
    expect(read.service).toEqual({
      alarms: [],
      readOnlyFilesystem: false,
      architecture: 'x86_64',
      image: 'nginx',
      command: ['serve'],
      port: 8_080,
      environment: { GREETING: 'hello $${you}', SELF: '${foundation.url}' },
      secrets: { KEY: 'token', TOKEN: 'token' },
      cpu: 0.5,
      memoryMiB: 1_024,
      taskFamily: 'shop-web-01234567',
      logRetentionDays: 7,
      uses: { 'tables.visits': 'write' },
      ingress: 'public',
      host: 'a.example.com',
      path: '/a/*',
      priority: 12_345,
      healthCheck: { path: '/health', intervalSeconds: 30, timeoutSeconds: 5, healthyCount: 2, unhealthyCount: 3 },
      coldStart: { provisioned: 3 },
      publicAddresses: true,
      reachableFrom: ['foundation'],
      tags: { team: 'x' },
    });
  });

  it('reads the foundation', () => {
    expect(read.foundation).toEqual({
      network: 'default',
      ingress: { allow: ['10.0.0.0/8'], insecure: true, ports: [80] },
      loadBalancer: { deletionProtection: false, dropInvalidHeaders: true },
      otherwise: 404,
      executionPolicies: ['service-role/AmazonECSTaskExecutionRolePolicy'],
      exported: { '/triptych/shop/dev/ground/v1/publicSubnetIds': 'network.publicSubnetIds' },
      tags: { team: 'x' },
    });
  });

  it('understands everything', () => expect(read.unrecognized).toEqual([]));

  it('accepts feature flags that write defaults of CloudFormation', () => {
    const flagged = changed('Service', ({ DeploymentConfiguration }) => ({
      DeploymentConfiguration: {
        ...(DeploymentConfiguration as object),
        Alarms: { AlarmNames: [], Enable: false, Rollback: false },
      },
      DeploymentController: { Type: 'ECS' },
      EnableECSManagedTags: false,
    }));
    expect(said(open(flagged))).toEqual(read);
  });

  it('accepts a network that was looked up', () => {
    const ids = { DefaultVpcId: 'vpc-0123456789abcdef0', DefaultSubnetIds: ['subnet-01234567', 'subnet-89abcdef'] };
    const text = JSON.stringify(without('DefaultVpcId', 'DefaultSubnetIds'))
      .replaceAll('{"Fn::Join":[",",{"Ref":"DefaultSubnetIds"}]}', JSON.stringify(ids.DefaultSubnetIds.join(',')))
      .replaceAll('{"Ref":"DefaultVpcId"}', JSON.stringify(ids.DefaultVpcId))
      .replaceAll('{"Ref":"DefaultSubnetIds"}', JSON.stringify(ids.DefaultSubnetIds));
    expect(said(open(JSON.parse(text) as Piece[]))).toEqual(read);
  });

  it('refuses dummy values of CDK as the default network', () => {
    const text = JSON.stringify(all).replaceAll('{"Ref":"DefaultVpcId"}', '"vpc-12345"');
    const { foundation } = said(open(JSON.parse(text) as Piece[]));
    expect(foundation?.network).toBeUndefined();
  });

  test.each<[what: string, Piece[], field: string, value: unknown]>([
    ['no rule that lets the load balancer in', without('FromLoadBalancer'), 'reachableFrom', []],
    ['no listener rule', without('Rule'), 'ingress', undefined],
    ['no load balancer', changed('Service', () => ({ LoadBalancers: [] })), 'ingress', undefined],
    ['another priority', changed('Rule', () => ({ Priority: 1 })), 'priority', 1],
    [
      'another port opened',
      changed('FromLoadBalancer', () => ({ FromPort: 22, ToPort: 22, Description: 'port 22 from the load balancer' })),
      'reachableFrom',
      undefined,
    ],
    ['no policy of its own', changed('TaskRole', () => ({ Policies: undefined })), 'uses', {}],
    ['a policy that allows nothing', changed('TaskRole', () => ({ Policies: allowing([]) })), 'uses', undefined],
    ['the role that all tasks share', changed('Task', executedBy('ExecutionRole')), 'secrets', undefined],
    ['one role for all', changed('Task', executedBy('TaskRole')), 'secrets', undefined],
    [
      'secrets that nobody may read',
      changed('TaskExecutionRole', () => ({ Policies: allowing([]) })),
      'secrets',
      undefined,
    ],
    ['a role for secrets, and no secrets', changed('Task', withoutSecrets), 'secrets', undefined],
    ['a variable twice', changed('Task', twice), 'secrets', undefined],
    ['an open trust', changed('TaskRole', () => ({ AssumeRolePolicyDocument: {} })), 'uses', undefined],
  ])('distinguishes %s', (_, pieces, field, value) => {
    const { service } = said(open(pieces));
    expect(service?.[field as keyof typeof service]).toEqual(value);
    expect(service).not.toEqual(read.service);
  });

  it('reports another policy of the task role', () => {
    const policy: Piece = {
      address: 'Policy',
      type: 'AWS::IAM::Policy',
      owner: 'services.web',
      properties: {
        Properties: {
          PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }] },
          Roles: [{ Ref: 'TaskRole' }],
        },
      },
    };
    expect(said(open([...ground, ...web, policy])).unrecognized).toEqual([
      { resource: 'Policy', owner: 'services.web', path: [expect.stringMatching(/ may s3:\* on \*$/)], value: 'Allow' },
    ]);
  });

  it('reports each single change', () => {
    const unseen = [...mutants(all)]
      .filter(({ pieces }) => JSON.stringify(said(open(pieces))) === JSON.stringify(read))
      .map(({ at }) => at)
      // A reference that names more than an id and an attribute is no reference of CloudFormation's.
      .filter((at) => !/Fn::(?:GetAtt|Join)\.one more$/.test(at));
    expect(unseen).toEqual([]);
  });
});
