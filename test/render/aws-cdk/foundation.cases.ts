import { planOf } from '../aws-shop';
import { only, synthesize } from './stack';

const env = { account: '123456789012', region: 'eu-west-1' };
const known = {
  'vpc-provider:account=123456789012:filter.isDefault=true:region=eu-west-1:returnAsymmetricSubnets=true': {
    vpcId: 'vpc-01234567',
    vpcCidrBlock: '172.31.0.0/16',
    ownerAccountId: env.account,
    availabilityZones: [],
    subnetGroups: [
      {
        name: 'Public',
        type: 'Public',
        subnets: ['a', 'b', 'b'].map((zone, index) => ({
          subnetId: `subnet-0000000${index}`,
          cidr: `172.31.${index}.0/24`,
          availabilityZone: `eu-west-1${zone}`,
          routeTableId: 'rtb-1',
        })),
      },
    ],
  },
};

describe('the foundation on aws-cdk', () => {
  const plan = planOf({ foundation: { ingress: { allow: ['10.0.0.0/8', '192.168.0.0/16'], insecure: true } } });
  const { ofType, types, parameters, messages } = synthesize(plan);

  it('takes the default network as parameters where the account is unknown', () => {
    expect(Object.keys(parameters)).toEqual(expect.arrayContaining(['DefaultVpcId', 'DefaultSubnetIds']));
    expect(only(ofType('ElasticLoadBalancingV2::LoadBalancer')).Properties).toMatchObject({
      Subnets: { Ref: 'DefaultSubnetIds' },
    });
    expect(messages).toEqual([]);
  });

  it('admits the ranges in ingress.allow at port 80, and no others', () => {
    const groups = ofType('EC2::SecurityGroup');
    expect(groups['foundation/LoadBalancerSecurityGroup/Resource']!.Properties!['SecurityGroupIngress']).toEqual(
      ['10.0.0.0/8', '192.168.0.0/16'].map((range) => ({
        CidrIp: range,
        Description: `port 80 from ${range}`,
        FromPort: 80,
        IpProtocol: 'tcp',
        ToPort: 80,
      })),
    );
  });

  it('renders only what the plan says', () => {
    expect([...new Set(types)].sort()).toEqual([
      'AWS::EC2::SecurityGroup',
      'AWS::ECS::Cluster',
      'AWS::ElasticLoadBalancingV2::Listener',
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      'AWS::IAM::Role',
      'AWS::SSM::Parameter',
    ]);
  });

  it('exports its parameters below the name of its environment', () => {
    const names = Object.values(synthesize(planOf({}, 'prod')).ofType('SSM::Parameter')).map(
      ({ Properties }) => Properties!['Name'],
    );
    expect(names).toContain('/triptych/shop/prod/ground/v1/listenerArn');
    expect(names).toHaveLength(9);
  });

  it('looks up the default network where the account is known, and uses one subnet for each zone', () => {
    const { ofType, missing, parameters } = synthesize(plan, { env }, known);
    expect(only(ofType('ElasticLoadBalancingV2::LoadBalancer')).Properties).toMatchObject({
      Subnets: ['subnet-00000000', 'subnet-00000001'],
    });
    expect(missing).toEqual([]);
    expect(Object.keys(parameters)).toEqual(['BootstrapVersion']);
  });

  it('fails to deploy on a network that was not looked up', () => {
    const { missing, messages } = synthesize(plan, { env });
    expect(missing).toHaveLength(1);
    expect(messages).toEqual([expect.stringMatching(/^error: foundation.network: .* has not been looked up/)]);
  });
});
