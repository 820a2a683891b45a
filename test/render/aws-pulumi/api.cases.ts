import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
functions: { f: { runtime: nodejs22, code: code, handler: index.handler } }
apis: { a: { routes: { "GET /orders/{id}": functions.f, "ANY /files/{rest+}": functions.f } } }`;

describe('an api on aws-pulumi', () => {
  let a: Record<string, Json>;
  beforeAll(async () => {
    a = await resourcesOf(text, 'aws-pulumi', 'apis.a');
  });

  it('renders one integration, with the alias, for all routes to a function', () => {
    expect(Object.values(a).filter(({ type }) => type === 'aws:apigatewayv2/integration:Integration')).toHaveLength(1);
  });

  it('renders these resources and no others', () =>
    expect(shown(a)).toMatchInlineSnapshot(`
     "api:
       type: aws:apigatewayv2/api:Api
       inputs:
         name: shop-a
         protocolType: HTTP
     integration-f:
       type: aws:apigatewayv2/integration:Integration
       inputs:
         apiId: <shop-a-api.id>
         integrationType: AWS_PROXY
         integrationUri: <shop-f-alias.arn>
         payloadFormatVersion: "2.0"
     route-any-files-rest-7c85b3ea:
       type: aws:apigatewayv2/route:Route
       inputs:
         apiId: <shop-a-api.id>
         routeKey: ANY /files/{rest+}
         target:
           $join:
             - integrations/
             - <shop-a-integration-f.id>
     route-get-orders-id-ea614192:
       type: aws:apigatewayv2/route:Route
       inputs:
         apiId: <shop-a-api.id>
         routeKey: GET /orders/{id}
         target:
           $join:
             - integrations/
             - <shop-a-integration-f.id>
     stage:
       type: aws:apigatewayv2/stage:Stage
       inputs:
         accessLogSettings:
           destinationArn: <shop-a-access-logs.arn>
           format: '{"requestId":"$context.requestId","time":"$context.requestTime","ip":"$context.identity.sourceIp","method":"$context.httpMethod","path":"$context.path","route":"$context.routeKey","status":"$context.status","latencyMilliseconds":"$context.responseLatency","responseBytes":"$context.responseLength","error":"$context.integrationErrorMessage"}'
         apiId: <shop-a-api.id>
         autoDeploy: true
         name: $default
     access-logs:
       type: aws:cloudwatch/logGroup:LogGroup
       inputs:
         retentionInDays: 30
     "
    `));
});
