import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
functions: { f: { runtime: nodejs22, code: code, handler: index.handler } }
apis: { a: { routes: { "GET /orders/{id}": functions.f, "ANY /files/{rest+}": functions.f } } }`;

describe('an api on gcp-pulumi', () => {
  let a: Record<string, Json>;
  beforeAll(async () => {
    a = await resourcesOf(text, 'gcp-pulumi', 'apis.a');
  });

  it('answers 404 where no route matches', () => {
    const [{ routeRules: rules }] = a['url-map'].inputs.pathMatchers;
    expect(rules.at(-1).routeAction.faultInjectionPolicy.abort.httpStatus).toBe(404);
  });

  it('renders these resources and no others', () =>
    expect(shown(a)).toMatchInlineSnapshot(`
     "backend-f:
       type: gcp:compute/backendService:BackendService
       inputs:
         backends:
           - group: <shop-a-group-f.id>
         loadBalancingScheme: EXTERNAL_MANAGED
         logConfig:
           enable: true
           sampleRate: 1
         name: shop-a-functions-f-3f2ce19c
     address:
       type: gcp:compute/globalAddress:GlobalAddress
       inputs:
         name: shop-a-ef51c3c7
       options:
         dependsOn:
           - …::shop-foundation-enable-compute
     forwarding-rule:
       type: gcp:compute/globalForwardingRule:GlobalForwardingRule
       inputs:
         ipAddress: <shop-a-address.id>
         loadBalancingScheme: EXTERNAL_MANAGED
         name: shop-a-ef51c3c7
         portRange: "80"
         target: <shop-a-proxy.id>
     group-f:
       type: gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup
       inputs:
         cloudRun:
           service: <shop-f-function.name>
         name: shop-a-functions-f-3f2ce19c
         networkEndpointType: SERVERLESS
         region: <gcp:region>
       options:
         dependsOn:
           - …::shop-foundation-enable-compute
     proxy:
       type: gcp:compute/targetHttpProxy:TargetHttpProxy
       inputs:
         name: shop-a-ef51c3c7
         urlMap: <shop-a-url-map.id>
     url-map:
       type: gcp:compute/uRLMap:URLMap
       inputs:
         defaultService: <shop-a-backend-f.id>
         hostRules:
           - hosts:
               - "*"
             pathMatcher: routes
         name: shop-a-ef51c3c7
         pathMatchers:
           - defaultService: <shop-a-backend-f.id>
             name: routes
             routeRules:
               - matchRules:
                   - pathTemplateMatch: /files/{rest=**}
                 priority: 1
                 service: <shop-a-backend-f.id>
               - matchRules:
                   - headerMatches:
                       - exactMatch: GET
                         headerName: :method
                     pathTemplateMatch: /orders/{id=*}
                 priority: 2
                 service: <shop-a-backend-f.id>
               - matchRules:
                   - prefixMatch: /
                 priority: 3
                 routeAction:
                   faultInjectionPolicy:
                     abort:
                       httpStatus: 404
                       percentage: 100
                 service: <shop-a-backend-f.id>
     "
    `));
});
