import { planOf } from '../gcp-shop';
import { schedules, warm } from '../gcp-warm';
import { record, type Recorded } from './program';

describe('the warmer on gcp-pulumi', () => {
  let recorded: Recorded;
  beforeAll(async () => {
    recorded = await record(warm());
  });
  const inputsOf = (type: string, name: string) => recorded.ofType(type)[name]!.inputs;

  test('has one job for each element with warming, at its own rate', () => {
    const found = Object.entries(recorded.ofType('cloudscheduler/job:Job')).map(([name, { inputs }]) => [
      name.split('-')[1],
      inputs['schedule'],
    ]);
    expect(Object.fromEntries(found)).toEqual(schedules);
  });

  test('calls a service at its own address, as the plan says', () => {
    expect(inputsOf('cloudscheduler/job:Job', 'shop-web-job-warmer')).toMatchInlineSnapshot(`
     {
       "attemptDeadline": "60s",
       "description": "shop services.web warmer",
       "httpTarget": {
         "httpMethod": "POST",
         "oidcToken": {
           "audience": {
             "$ref": {
               "path": [
                 "uri",
               ],
               "urn": "urn:pulumi:dev::shop::triptych:gcp:ServerlessArchitecture$triptych:gcp:Service$gcp:cloudrunv2/service:Service::shop-web-service",
             },
           },
           "serviceAccountEmail": {
             "$ref": {
               "path": [
                 "email",
               ],
               "urn": "urn:pulumi:dev::shop::triptych:gcp:ServerlessArchitecture$triptych:gcp:Service$gcp:serviceaccount/account:Account::shop-web-service-account-warmer",
             },
           },
         },
         "uri": {
           "$join": [
             {
               "$ref": {
                 "path": [
                   "uri",
                 ],
                 "urn": "urn:pulumi:dev::shop::triptych:gcp:ServerlessArchitecture$triptych:gcp:Service$gcp:cloudrunv2/service:Service::shop-web-service",
               },
             },
             "/warm",
           ],
         },
       },
       "name": "shop-web-warmer-e805ab6f",
       "region": {
         "$ref": {
           "config": "gcp:region",
           "path": [],
         },
       },
       "schedule": "* * * * *",
       "timeZone": "Etc/UTC",
     }
    `);
  });

  test('has a service account of its own, which may call that Cloud Run service and nothing else', () => {
    expect(Object.keys(recorded.ofType('cloudrun/iamMember:IamMember')).sort()).toEqual([
      'shop-day-invoker-warmer',
      'shop-f-invoker-warmer',
      'shop-hour-invoker-warmer',
      'shop-hours-invoke-anyone',
      'shop-hours-invoker-warmer',
      'shop-web-invoker-warmer',
    ]);
    expect(inputsOf('cloudrun/iamMember:IamMember', 'shop-f-invoker-warmer')).toEqual({
      location: { $ref: { config: 'gcp:region', path: [] } },
      service: { $ref: { urn: expect.stringMatching(/::shop-f-function$/) as string, path: ['name'] } },
      role: 'roles/run.invoker',
      member: { $ref: { urn: expect.stringMatching(/::shop-f-service-account-warmer$/) as string, path: ['member'] } },
    });
    expect(inputsOf('serviceaccount/account:Account', 'shop-f-service-account-warmer')).toMatchObject({
      displayName: 'shop functions.f warmer',
    });
  });

  test('depends on the services and permissions that it needs', () => {
    expect(recorded.ofType('cloudscheduler/job:Job')['shop-f-job-warmer']!.options['dependsOn']).toEqual([
      expect.stringMatching(/::shop-foundation-enable-cloudscheduler$/),
      expect.stringMatching(/::shop-f-invoker-warmer$/),
    ]);
  });

  test('exposes its resources for changes by an app', () => {
    expect(recorded.rendered.functions['f']!.warmer).toBeDefined();
    expect(recorded.rendered.services['plain']!.warmer).toBeUndefined();
  });
});

test('warmer: without warming, no jobs and no services are rendered', async () => {
  const { ofType, rendered } = await record(planOf({ services: { web: { image: 'nginx' } } }));
  expect(ofType('cloudscheduler/job:Job')).toEqual({});
  expect(Object.keys(rendered.foundation.services)).not.toContain('cloudscheduler.googleapis.com');
});
