import { readFileSync, writeFileSync } from 'node:fs';
import { caseNamed } from '../cases';
import { standingOn } from '../prepared';
import { standing, startCloud, type Cloud } from './cloud';
import { CdkDeployment } from './rig';

// Containers don't run here: what the services of AWS tell of them is what was described.

type Told = Readonly<Record<string, unknown>>;

standingOn(standing, 'services that cdk has deployed', () => {
  let cloud: Cloud;
  let web: CdkDeployment;
  beforeAll(async () => {
    cloud = await startCloud();
    web = await CdkDeployment.open(caseNamed('web'), cloud);
    await web.deploy();
  });
  afterAll(async () => {
    await web?.end();
    await cloud?.end();
  });

  const balancing = <Answer>(command: string, input?: object) =>
    cloud.send<Answer>('elastic-load-balancing-v2', command, input);

  /** The one that a list holds, of those that aren't the account's own. */
  const one = <Item>(items: readonly Item[], theirs: (item: Item) => boolean = () => true): Item => {
    const found = items.filter(theirs);
    expect(found).toHaveLength(1);
    return found[0]!;
  };

  /** The id of the security group that is described so. */
  const group = async (description: string): Promise<string> => {
    const { SecurityGroups: all } = await cloud.send<{ SecurityGroups: Told[] }>('ec2', 'DescribeSecurityGroups');
    return String(one(all, ({ Description }) => Description === description)['GroupId']);
  };

  test('run as many tasks as are described, in the security group that the load balancer may reach', async () => {
    const { clusterArns } = await cloud.send<{ clusterArns: string[] }>('ecs', 'ListClusters');
    const cluster = one(clusterArns);
    const { serviceArns } = await cloud.send<{ serviceArns: string[] }>('ecs', 'ListServices', { cluster });
    const { services } = await cloud.send<{ services: Told[] }>('ecs', 'DescribeServices', {
      cluster,
      services: serviceArns,
    });
    expect(services).toEqual([
      expect.objectContaining({
        desiredCount: 3,
        launchType: 'FARGATE',
        loadBalancers: [expect.objectContaining({ containerName: 'web', containerPort: 80 })],
        networkConfiguration: {
          awsvpcConfiguration: expect.objectContaining({ securityGroups: [await group('service web of web')] }),
        },
      }),
    ]);
  });

  test('are found behind the load balancer, which answers 404 where none is', async () => {
    const { LoadBalancers } = await balancing<{ LoadBalancers: Told[] }>('DescribeLoadBalancers');
    const { LoadBalancerArn, Scheme, SecurityGroups } = one(LoadBalancers);
    expect([Scheme, SecurityGroups]).toEqual(['internet-facing', [await group('load balancer of web')]]);
    const { Listeners } = await balancing<{ Listeners: Told[] }>('DescribeListeners', { LoadBalancerArn });
    const { ListenerArn, Port, Protocol } = one(Listeners);
    expect([Port, Protocol]).toEqual([80, 'HTTP']);
    const { TargetGroups } = await balancing<{ TargetGroups: Told[] }>('DescribeTargetGroups');
    const { TargetGroupArn, ...target } = one(TargetGroups);
    expect(target).toMatchObject({ Protocol: 'HTTP', Port: 80, TargetType: 'ip', HealthCheckPath: '/' });
    const { Rules } = await balancing<{ Rules: Told[] }>('DescribeRules', { ListenerArn });
    expect(Rules).toMatchObject([
      { IsDefault: true, Actions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }] },
      { Conditions: [{ Field: 'path-pattern', Values: ['/*'] }], Actions: [{ Type: 'forward', TargetGroupArn }] },
    ]);
  });

  test('let in the load balancer alone, which lets in everybody', async () => {
    const { SecurityGroups } = await cloud.send<{ SecurityGroups: Told[] }>('ec2', 'DescribeSecurityGroups');
    const inbound = SecurityGroups.map(({ Description, IpPermissions }) => [Description, IpPermissions] as const);
    const http = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80 };
    const balancer = await group('load balancer of web');
    expect(Object.fromEntries(inbound)).toMatchObject({
      'load balancer of web': [{ ...http, IpRanges: [{ CidrIp: '0.0.0.0/0' }], UserIdGroupPairs: [] }],
      'service web of web': [{ ...http, IpRanges: [], UserIdGroupPairs: [{ GroupId: balancer }] }],
    });
    const { Items } = await cloud.send<{ Items: Told[] }>('apigatewayv2', 'GetVpcLinks');
    expect(Items).toEqual([]);
  });

  test('are deployed again without a change, as the command line says itself', async () => {
    const { code, err } = await web.run('deploy', '--require-approval', 'never');
    expect(err).toContain('web (no changes)');
    expect(code).toBe(0);
  });

  test('are reached on another port once that is deployed, and on none but that', async () => {
    writeFileSync(web.file, readFileSync(web.file, 'utf8').replace('port: 80', 'port: 8080'));
    await web.deploy();
    const { TargetGroups } = await balancing<{ TargetGroups: Told[] }>('DescribeTargetGroups');
    expect(TargetGroups).toMatchObject([{ Port: 8080 }]);
    const { SecurityGroups } = await cloud.send<{ SecurityGroups: Told[] }>('ec2', 'DescribeSecurityGroups', {
      GroupIds: [await group('service web of web')],
    });
    expect(SecurityGroups).toMatchObject([{ IpPermissions: [{ FromPort: 8080, ToPort: 8080 }] }]);
  });
});
