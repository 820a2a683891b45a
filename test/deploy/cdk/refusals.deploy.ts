import { setTimeout as wait } from 'node:timers/promises';
import { standingOn } from '../prepared';
import { standing, startCloud, type Cloud } from './cloud';

// What AWS refuses and no schema says, as the emulated AWS refuses it.

type Template = Readonly<Record<string, { readonly Type: string; readonly Properties: object }>>;

interface Stacks {
  readonly Stacks: readonly [{ readonly StackStatus: string }];
}

interface Events {
  readonly StackEvents: readonly { readonly ResourceStatus: string; readonly ResourceStatusReason?: string }[];
}

const role = 'arn:aws:iam::111122223333:role/any';
const code = { Runtime: 'nodejs22.x', Handler: 'index.handler', Role: role, Code: { ZipFile: 'exports.handler = 1' } };
const handler = (properties: object) => ({ Type: 'AWS::Lambda::Function', Properties: { ...code, ...properties } });
const version = { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Handler' } } };
const alias = (count: number) => ({
  Type: 'AWS::Lambda::Alias',
  Properties: {
    FunctionName: { Ref: 'Handler' },
    FunctionVersion: { 'Fn::GetAtt': ['Version', 'Version'] },
    Name: 'live',
    ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: count },
  },
});

standingOn(standing, 'the emulated AWS', () => {
  let cloud: Cloud;
  let subnets: readonly string[];
  let created = 0;
  beforeAll(async () => {
    cloud = await startCloud();
    const { Subnets } = await cloud.send<{ Subnets: { SubnetId: string }[] }>('ec2', 'DescribeSubnets');
    subnets = Subnets.map(({ SubnetId }) => SubnetId);
  });
  afterAll(() => cloud?.end());

  /** Creates a stack, and returns its status and the reasons for what failed. */
  async function create(Resources: Template): Promise<{ status: string; reasons: string }> {
    const StackName = `refused-${(created += 1)}`;
    await cloud.send('cloudformation', 'CreateStack', { StackName, TemplateBody: JSON.stringify({ Resources }) });
    for (;;) {
      const [{ StackStatus: status }] = (await cloud.send<Stacks>('cloudformation', 'DescribeStacks', { StackName }))
        .Stacks;
      if (!status.endsWith('_IN_PROGRESS')) {
        const { StackEvents } = await cloud.send<Events>('cloudformation', 'DescribeStackEvents', { StackName });
        return { status, reasons: StackEvents.map((event) => event.ResourceStatusReason ?? '').join('\n') };
      }
      await wait(50);
    }
  }

  const link = (SubnetIds: readonly string[]): Template => ({
    Link: { Type: 'AWS::ApiGatewayV2::VpcLink', Properties: { Name: 'link', SubnetIds } },
  });

  test.each<readonly [string, () => Template, RegExp]>([
    [
      'a VPC link in a zone without links',
      () => link(subnets),
      /Availability Zone '\w+-az3' where service is not available/,
    ],
    [
      'a variable that Lambda sets itself',
      () => ({ Handler: handler({ Environment: { Variables: { AWS_REGION: 'eu-west-1' } } }) }),
      /reserved keys.*AWS_REGION/,
    ],
    [
      'more provisioned than reserved concurrency',
      () => ({ Handler: handler({ ReservedConcurrentExecutions: 2 }), Version: version, Alias: alias(3) }),
      /should not be greater than the reservedConcurrentExecution/,
    ],
  ])('refuses %s', async (_, template, reason) => {
    const { status, reasons } = await create(template());
    expect(reasons).toMatch(reason);
    expect(status).toBe('ROLLBACK_COMPLETE');
  });

  test.each<readonly [string, () => Template]>([
    ['a VPC link in zones with links', () => link(subnets.slice(0, 2))],
    [
      'a variable that only begins like those of Lambda',
      () => ({ Handler: handler({ Environment: { Variables: { AWS_LAMBDA_EXEC_WRAPPER: '/opt/wrap' } } }) }),
    ],
    [
      'provisioned concurrency up to what is reserved',
      () => ({ Handler: handler({ ReservedConcurrentExecutions: 3 }), Version: version, Alias: alias(3) }),
    ],
  ])('accepts %s', async (_, template) => {
    expect((await create(template())).status).toBe('CREATE_COMPLETE');
  });
});
