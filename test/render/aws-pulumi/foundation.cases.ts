import { planOf } from '../aws-shop';
import { record, type Recorded } from './program';

describe('the foundation on aws-pulumi', () => {
  let recorded: Recorded;
  beforeAll(async () => (recorded = await record(planOf({ tags: { team: 'x' } }, 'prod'))));

  it('reads the default network, and its own place', () => {
    expect(recorded.invokes.map(({ token, args }) => [token, args])).toMatchObject([
      [
        'aws:ec2/getSubnets:getSubnets',
        { filters: [{ name: 'vpc-id' }, { name: 'default-for-az', values: ['true'] }] },
      ],
      ['aws:ec2/getVpc:getVpc', { default: true }],
      ['aws:index/getCallerIdentity:getCallerIdentity', {}],
      ['aws:index/getPartition:getPartition', {}],
    ]);
  });

  it('exports its parameters, none of them as secrets', () => {
    const parameters = Object.values(recorded.ofType('ssm/parameter:Parameter')).map(({ inputs }) => inputs);
    expect(parameters).toHaveLength(9);
    expect(JSON.stringify(parameters)).not.toContain('$secret');
    expect(parameters.map(({ name }) => name)).toContain('/triptych/shop/prod/ground/v1/publicSubnetIds');
  });

  it('tags every resource that supports tags', () => {
    const untagged = recorded.resources
      .filter(({ custom, inputs }) => custom && inputs['tags'] === undefined)
      .map(({ name }) => name);
    expect(untagged).toEqual(['shop-foundation-execution-policy']);
  });

  it('creates no VPC link and no namespace, which nothing uses', () => {
    expect(recorded.resources.filter(({ type }) => /^aws:(apigatewayv2|servicediscovery)/.test(type))).toEqual([]);
    expect(Object.values(recorded.ofType('ec2/securityGroup:SecurityGroup'))).toHaveLength(1);
  });
});

test('load balancer on aws-pulumi: has a name that AWS accepts for an architecture named internal-…', async () => {
  const { ofType } = await record(planOf({ name: 'internal-tools' }));
  const [balancer] = Object.values(ofType('lb/loadBalancer:LoadBalancer'));
  expect(balancer!.inputs['name']).toMatch(/^internaltools-ground-[0-9a-f]{8}$/);
});
