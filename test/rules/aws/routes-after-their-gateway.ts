import type { Rule } from '../rule';

export const rule: Rule = {
  title:
    'A route to an internet gateway comes after the gateway is attached, and NAT gateways and load balancers after that.',
  sources: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/nat_gateway',
  ],
  of: ['AWS::EC2::Route'],
  with: [
    'AWS::EC2::InternetGateway',
    'AWS::EC2::VPCGatewayAttachment',
    'AWS::EC2::RouteTable',
    'AWS::EC2::SubnetRouteTableAssociation',
    'AWS::EC2::EIP',
    'AWS::EC2::NatGateway',
  ],
  *check(route, view) {
    const gateways = view.named(route, 'NatGatewayId', 'AWS::EC2::NatGateway');
    const internet = view.named(route, 'GatewayId', 'AWS::EC2::InternetGateway');
    if (gateways.length + internet.length !== 1) yield 'leads nowhere';
    for (const attachment of view.of('AWS::EC2::VPCGatewayAttachment'))
      if (!view.isAfter(route, attachment)) yield `may be made before ${attachment.id}`;
    if (internet.length === 0) return;
    const needy = view.of('AWS::EC2::NatGateway', 'AWS::ElasticLoadBalancingV2::LoadBalancer');
    for (const one of needy) if (!view.isAfter(one, route)) yield `${one.id} may be made before it`;
  },
  counterCase: (view) => {
    view.forget(...view.of('AWS::EC2::Route'));
  },
  counterOf: 'own network',
};
