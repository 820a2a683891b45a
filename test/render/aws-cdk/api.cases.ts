import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
functions: { f: { runtime: nodejs22, code: code, handler: index.handler } }
apis: { a: { routes: { "GET /orders/{id}": functions.f, "ANY /files/{rest+}": functions.f } } }`;

describe('an api on aws-cdk', () => {
  let a: Record<string, Json>;
  beforeAll(async () => {
    a = await resourcesOf(text, 'aws-cdk', 'apis.a');
  });

  it('renders one integration, with the alias, for all routes to a function', () => {
    expect(Object.values(a).filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Integration')).toHaveLength(1);
  });

  it('renders these resources and no others', () =>
    expect(shown(a)).toMatchInlineSnapshot(`
     "Api:
       Type: AWS::ApiGatewayV2::Api
       Properties:
         Name: shop-a
         ProtocolType: HTTP
     Api/DefaultStage:
       Type: AWS::ApiGatewayV2::Stage
       Properties:
         AccessLogSettings:
           DestinationArn:
             Fn::GetAtt:
               - ArchitectureapisaAccessLogs06CAB072
               - Arn
           Format: '{"requestId":"$context.requestId","time":"$context.requestTime","ip":"$context.identity.sourceIp","method":"$context.httpMethod","path":"$context.path","route":"$context.routeKey","status":"$context.status","latencyMilliseconds":"$context.responseLatency","responseBytes":"$context.responseLength","error":"$context.integrationErrorMessage"}'
         ApiId:
           Ref: ArchitectureapisaApi034BB92E
         AutoDeploy: true
         StageName: $default
     AccessLogs:
       Type: AWS::Logs::LogGroup
       Properties:
         RetentionInDays: 30
       UpdateReplacePolicy: Delete
       DeletionPolicy: Delete
     IntegrationF:
       Type: AWS::ApiGatewayV2::Integration
       Properties:
         ApiId:
           Ref: ArchitectureapisaApi034BB92E
         IntegrationType: AWS_PROXY
         IntegrationUri:
           Ref: ArchitecturefunctionsfAliasF38BDE31
         PayloadFormatVersion: "2.0"
     Route-any-files-rest-7c85b3ea:
       Type: AWS::ApiGatewayV2::Route
       Properties:
         ApiId:
           Ref: ArchitectureapisaApi034BB92E
         RouteKey: ANY /files/{rest+}
         Target:
           Fn::Join:
             - ""
             - - integrations/
               - Ref: ArchitectureapisaIntegrationFCF8CF070
     Route-get-orders-id-ea614192:
       Type: AWS::ApiGatewayV2::Route
       Properties:
         ApiId:
           Ref: ArchitectureapisaApi034BB92E
         RouteKey: GET /orders/{id}
         Target:
           Fn::Join:
             - ""
             - - integrations/
               - Ref: ArchitectureapisaIntegrationFCF8CF070
     "
    `));
});
