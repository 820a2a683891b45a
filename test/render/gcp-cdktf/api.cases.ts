import type { Json } from '../../mutation/artefact';
import { resourcesOf, shown } from '../element';

const text = `
name: shop
functions: { f: { runtime: nodejs22, code: code, handler: index.handler } }
apis: { a: { routes: { "GET /orders/{id}": functions.f, "ANY /files/{rest+}": functions.f } } }`;

describe('an api on gcp-cdktf', () => {
  let a: Record<string, Json>;
  beforeAll(async () => {
    a = await resourcesOf(text, 'gcp-cdktf', 'apis.a');
  });

  it('answers 404 where no route matches', () => {
    const [{ route_rules: rules }] = a['UrlMap'].path_matcher;
    expect(rules.at(-1).route_action.fault_injection_policy.abort.http_status).toBe(404);
  });

  it('renders these resources and no others', () =>
    expect(shown(a)).toMatchInlineSnapshot(`
     "BackendF:
       type: google_compute_backend_service
       backend:
         - group: \${google_compute_region_network_endpoint_group.Architecture_apis_a_GroupF_11E5702A.id}
       load_balancing_scheme: EXTERNAL_MANAGED
       log_config:
         enable: true
         sample_rate: 1
       name: shop-a-functions-f-3f2ce19c
     Address:
       type: google_compute_global_address
       depends_on:
         - google_project_service.Architecture_foundation_EnableCompute_BC4CFD67
       name: shop-a-ef51c3c7
     ForwardingRule:
       type: google_compute_global_forwarding_rule
       ip_address: \${google_compute_global_address.Architecture_apis_a_Address_2AD40B3D.id}
       load_balancing_scheme: EXTERNAL_MANAGED
       name: shop-a-ef51c3c7
       port_range: "80"
       target: \${google_compute_target_http_proxy.Architecture_apis_a_Proxy_F46D0D5B.id}
     GroupF:
       type: google_compute_region_network_endpoint_group
       cloud_run:
         service: \${google_cloudfunctions2_function.Architecture_functions_f_Function_2DBA19F4.name}
       depends_on:
         - google_project_service.Architecture_foundation_EnableCompute_BC4CFD67
       name: shop-a-functions-f-3f2ce19c
       network_endpoint_type: SERVERLESS
       region: \${var.region}
     Proxy:
       type: google_compute_target_http_proxy
       name: shop-a-ef51c3c7
       url_map: \${google_compute_url_map.Architecture_apis_a_UrlMap_02B304F2.id}
     UrlMap:
       type: google_compute_url_map
       default_service: \${google_compute_backend_service.Architecture_apis_a_BackendF_A4B45FE5.id}
       host_rule:
         - hosts:
             - "*"
           path_matcher: routes
       name: shop-a-ef51c3c7
       path_matcher:
         - default_service: \${google_compute_backend_service.Architecture_apis_a_BackendF_A4B45FE5.id}
           name: routes
           route_rules:
             - match_rules:
                 - path_template_match: /files/{rest=**}
               priority: 1
               service: \${google_compute_backend_service.Architecture_apis_a_BackendF_A4B45FE5.id}
             - match_rules:
                 - header_matches:
                     - exact_match: GET
                       header_name: :method
                   path_template_match: /orders/{id=*}
               priority: 2
               service: \${google_compute_backend_service.Architecture_apis_a_BackendF_A4B45FE5.id}
             - match_rules:
                 - prefix_match: /
               priority: 3
               route_action:
                 fault_injection_policy:
                   abort:
                     http_status: 404
                     percentage: 100
               service: \${google_compute_backend_service.Architecture_apis_a_BackendF_A4B45FE5.id}
     "
    `));
});
