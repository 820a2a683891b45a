import { planOf } from '../gcp-shop';
import { schedules, warm } from '../gcp-warm';
import { synthesize } from './stack';

describe('the warmer on gcp-cdktf', () => {
  const { ofType, rendered } = synthesize(warm());
  const jobs = ofType('google_cloud_scheduler_job');

  test('has one job for each element with warming, at its own rate', () => {
    const found = Object.entries(jobs).map(([path, { schedule }]) => [path.split('/')[1], schedule]);
    expect(Object.fromEntries(found)).toEqual(schedules);
  });

  test('calls a function at its own address, as the plan says', () => {
    expect(jobs['functions/f/Warmer/Job']).toMatchInlineSnapshot(`
     {
       "attempt_deadline": "60s",
       "depends_on": [
         "google_project_service.Architecture_foundation_EnableCloudscheduler_BAFD945F",
         "google_cloud_run_service_iam_member.Architecture_functions_f_Warmer_Invoker_FF92BE12",
       ],
       "description": "shop functions.f warmer",
       "http_target": {
         "http_method": "POST",
         "oidc_token": {
           "audience": "\${google_cloudfunctions2_function.Architecture_functions_f_Function_2DBA19F4.service_config[0].uri}",
           "service_account_email": "\${google_service_account.Architecture_functions_f_Warmer_ServiceAccount_AF98B5F1.email}",
         },
         "uri": "\${google_cloudfunctions2_function.Architecture_functions_f_Function_2DBA19F4.service_config[0].uri}/warm",
       },
       "name": "shop-f-warmer-2bc5668e",
       "region": "\${var.region}",
       "schedule": "*/5 * * * *",
       "time_zone": "Etc/UTC",
     }
    `);
  });

  test('calls a service at its own address', () => {
    expect(jobs['services/web/Warmer/Job']!['http_target']).toMatchObject({
      uri: expect.stringMatching(/^\$\{google_cloud_run_v2_service\.\w+_web_\w+\.uri\}\/warm$/) as string,
      oidc_token: { audience: expect.stringMatching(/^\$\{google_cloud_run_v2_service\.\w+\.uri\}$/) as string },
    });
  });

  test('has a service account of its own, which may call that Cloud Run service and nothing else', () => {
    const invokers = ofType('google_cloud_run_service_iam_member');
    expect(Object.keys(invokers).sort()).toEqual([
      'functions/f/Warmer/Invoker',
      'functions/hours/InvokeAnyone',
      'functions/hours/Warmer/Invoker',
      'services/day/Warmer/Invoker',
      'services/hour/Warmer/Invoker',
      'services/web/Warmer/Invoker',
    ]);
    expect(invokers['functions/f/Warmer/Invoker']).toEqual({
      location: '${var.region}',
      service: expect.stringMatching(/^\$\{google_cloudfunctions2_function\.\w+_f_\w+\.name\}$/) as string,
      role: 'roles/run.invoker',
      member: expect.stringMatching(/^\$\{google_service_account\.\w+_f_Warmer_\w+\.member\}$/) as string,
    });
    expect(ofType('google_service_account')['functions/f/Warmer/ServiceAccount']).toMatchObject({
      display_name: 'shop functions.f warmer',
    });
    expect(Object.keys(ofType('google_project_iam_member'))).toEqual([
      'foundation/BuildWritesLogs',
      'foundation/BuildReadsCopiedSource',
    ]);
  });

  test('opens no endpoint, and adds no instances', () => {
    expect(ofType('google_cloudfunctions2_function')['functions/f/Function']!['service_config']).toMatchObject({
      ingress_settings: 'ALLOW_INTERNAL_ONLY',
      min_instance_count: 0,
    });
    expect(ofType('google_cloud_run_v2_service')['services/web/Service']).toMatchObject({
      ingress: 'INGRESS_TRAFFIC_INTERNAL_ONLY',
      invoker_iam_disabled: false,
      template: { scaling: { min_instance_count: 0, max_instance_count: 100 } },
    });
  });

  test('exposes its resources for changes by an app', () => {
    expect(rendered.functions['f']!.warmer?.job.descriptionInput).toBe('shop functions.f warmer');
    expect(rendered.services['web']!.warmer?.serviceAccount.displayNameInput).toBe('shop services.web warmer');
    expect(rendered.functions['plain']!.warmer).toBeUndefined();
  });
});

test('warmer: without warming, no jobs and no services are rendered', () => {
  const { ofType, rendered } = synthesize(planOf({ services: { web: { image: 'nginx' } } }));
  expect(ofType('google_cloud_scheduler_job')).toEqual({});
  expect(Object.keys(rendered.foundation.services)).not.toContain('cloudscheduler.googleapis.com');
});
