import { everything, other, planOf } from '../gcp-shop';
import { record, type Recorded } from './program';

describe('a service with every field on gcp-pulumi', () => {
  let recorded: Recorded;
  beforeAll(async () => {
    recorded = await record(planOf({ tags: { Team: 'Shop' }, services: { web: everything, other } }));
  });

  test('is rendered from the plan', () => {
    expect(recorded.ofType('cloudrunv2/service:Service')['shop-web-service']!.inputs).toMatchInlineSnapshot(`
     {
       "deletionProtection": false,
       "ingress": "INGRESS_TRAFFIC_ALL",
       "invokerIamDisabled": true,
       "labels": {
         "team": "shop",
       },
       "location": {
         "$ref": {
           "config": "gcp:region",
           "path": [],
         },
       },
       "name": "shop-web-4346184c",
       "scaling": {
         "manualInstanceCount": 3,
         "scalingMode": "MANUAL",
       },
       "template": {
         "containers": [
           {
             "args": [
               "sh",
               "-c",
               "echo "\${HOME}"",
             ],
             "envs": [
               {
                 "name": "MODE",
                 "value": "\${x}%{y}",
               },
               {
                 "name": "OTHER",
                 "value": {
                   "$ref": {
                     "path": [
                       "uri",
                     ],
                     "urn": "urn:pulumi:dev::shop::triptych:gcp:ServerlessArchitecture$triptych:gcp:Service$gcp:cloudrunv2/service:Service::shop-other-service",
                   },
                 },
               },
               {
                 "name": "ZONE",
                 "value": "a",
               },
             ],
             "image": "nginx",
             "livenessProbe": {
               "failureThreshold": 10,
               "httpGet": {
                 "path": "/health?a=\${b}",
                 "port": 80,
               },
               "periodSeconds": 300,
               "timeoutSeconds": 7,
             },
             "ports": {
               "containerPort": 80,
             },
             "resources": {
               "cpuIdle": true,
               "limits": {
                 "cpu": "4",
                 "memory": "2048Mi",
               },
               "startupCpuBoost": true,
             },
             "startupProbe": {
               "failureThreshold": 34,
               "httpGet": {
                 "path": "/health?a=\${b}",
                 "port": 80,
               },
               "periodSeconds": 7,
               "timeoutSeconds": 7,
             },
           },
         ],
         "maxInstanceRequestConcurrency": 80,
         "serviceAccount": {
           "$ref": {
             "path": [
               "email",
             ],
             "urn": "urn:pulumi:dev::shop::triptych:gcp:ServerlessArchitecture$triptych:gcp:Service$gcp:serviceaccount/account:Account::shop-web-service-account",
           },
         },
       },
       "traffics": [
         {
           "percent": 100,
           "type": "TRAFFIC_TARGET_ALLOCATION_TYPE_LATEST",
         },
       ],
     }
    `);
  });

  test('depends on Cloud Run being enabled', () => {
    expect(recorded.ofType('cloudrunv2/service:Service')['shop-web-service']!.options).toEqual({
      dependsOn: [expect.stringMatching(/::shop-foundation-enable-run$/)],
    });
  });

  test('has a service account of its own, without permissions, and needs none to be called', () => {
    expect(Object.keys(recorded.ofType('serviceaccount/account:Account'))).toContain('shop-web-service-account');
    expect(recorded.resources.filter(({ type }) => /iamMember/i.test(type))).toEqual([]);
  });
});
