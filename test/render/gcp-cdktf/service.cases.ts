import { Token } from 'cdktf';
import { everything, other, planOf } from '../gcp-shop';
import { synthesize } from './stack';

const service = 'google_cloud_run_v2_service';

describe('a service with every field on gcp-cdktf', () => {
  const { ofType, rendered } = synthesize(planOf({ tags: { Team: 'Shop' }, services: { web: everything, other } }));
  const web = ofType(service)['services/web/Service']!;

  test("is rendered from the plan, with Terraform's template sequences escaped", () => {
    expect(web).toMatchInlineSnapshot(`
     {
       "deletion_protection": false,
       "depends_on": [
         "google_project_service.Architecture_foundation_EnableRun_BFABEADF",
       ],
       "ingress": "INGRESS_TRAFFIC_ALL",
       "invoker_iam_disabled": true,
       "labels": {
         "team": "shop",
       },
       "location": "\${var.region}",
       "name": "shop-web-4346184c",
       "scaling": {
         "manual_instance_count": 3,
         "scaling_mode": "MANUAL",
       },
       "template": {
         "containers": [
           {
             "args": [
               "sh",
               "-c",
               "echo "$\${HOME}"",
             ],
             "env": [
               {
                 "name": "MODE",
                 "value": "$\${x}%%{y}",
               },
               {
                 "name": "OTHER",
                 "value": "\${google_cloud_run_v2_service.Architecture_services_other_Service_8C5943B2.uri}",
               },
               {
                 "name": "ZONE",
                 "value": "a",
               },
             ],
             "image": "nginx",
             "liveness_probe": {
               "failure_threshold": 10,
               "http_get": {
                 "path": "/health?a=$\${b}",
                 "port": 80,
               },
               "period_seconds": 300,
               "timeout_seconds": 7,
             },
             "ports": {
               "container_port": 80,
             },
             "resources": {
               "cpu_idle": true,
               "limits": {
                 "cpu": "4",
                 "memory": "2048Mi",
               },
               "startup_cpu_boost": true,
             },
             "startup_probe": {
               "failure_threshold": 34,
               "http_get": {
                 "path": "/health?a=$\${b}",
                 "port": 80,
               },
               "period_seconds": 7,
               "timeout_seconds": 7,
             },
           },
         ],
         "max_instance_request_concurrency": 80,
         "service_account": "\${google_service_account.Architecture_services_web_ServiceAccount_28163AF2.email}",
       },
       "traffic": [
         {
           "percent": 100,
           "type": "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST",
         },
       ],
     }
    `);
  });

  test('has a service account of its own, without permissions', () => {
    expect(Object.keys(ofType('google_service_account'))).toContain('services/web/ServiceAccount');
    expect(ofType('google_project_iam_member')).toEqual({});
  });

  test('needs no permission to be called: no role is granted to everyone', () => {
    expect(ofType('google_cloud_run_v2_service_iam_member')).toEqual({});
    expect(web['invoker_iam_disabled']).toBe(true);
  });

  test('exposes its resources for changes by an app', () => {
    const { service, serviceAccount, url } = rendered.services['web']!;
    service.addOverride('description', 'changed');
    expect([service.friendlyUniqueId, serviceAccount.friendlyUniqueId]).toEqual([
      expect.stringMatching(/^Architecture_services_web_Service_/),
      expect.stringMatching(/^Architecture_services_web_ServiceAccount_/),
    ]);
    expect(Token.isUnresolved(url)).toBe(true);
  });
});

describe('a private service on gcp-cdktf', () => {
  const worker = synthesize(planOf({ services: { worker: { image: 'x' } } })).ofType(service)[
    'services/worker/Service'
  ]!;

  test('authenticates callers', () => {
    expect(worker).toMatchObject({ ingress: 'INGRESS_TRAFFIC_INTERNAL_ONLY', invoker_iam_disabled: false });
  });

  test('has exactly one instance', () => {
    expect(worker['scaling']).toEqual({ scaling_mode: 'MANUAL', manual_instance_count: 1 });
  });

  test('is deleted with its stack', () => {
    expect(worker['deletion_protection']).toBe(false);
  });
});
