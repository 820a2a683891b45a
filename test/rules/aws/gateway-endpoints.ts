import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A gateway endpoint is for S3 or DynamoDB, and for the route tables of its network.',
  sources: ['https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html'],
  of: ['AWS::EC2::VPCEndpoint'],
  *check(endpoint, view) {
    if (endpoint.get('VpcEndpointType') !== 'Gateway') yield 'is billed by the hour';
    if (!/\.(?:s3|dynamodb)(?:"|$)/.test(endpoint.text('ServiceName'))) yield 'is for a service without gateways';
    const tables = view.named(endpoint, 'RouteTableIds', 'AWS::EC2::RouteTable');
    if (tables.length !== view.of('AWS::EC2::RouteTable').length) yield 'leaves a route table out';
  },
  counterCase: (view) => view.one('AWS::EC2::VPCEndpoint').set('RouteTableIds', []),
  counterOf: 'own network',
};
