import { planOf } from '../gcp-shop';
import { bodyOf, peaks } from '../gcp-peaks';
import { synthesize } from './stack';

describe('scheduled scaling on gcp-cdktf', () => {
  const { ofType, rendered } = synthesize(peaks());
  const jobs = ofType('google_cloud_scheduler_job');

  test('has one job for each start and end of a window', () => {
    expect(Object.keys(jobs).sort()).toEqual(
      ['functions/f', 'functions/many', 'services/web'].flatMap((element) => [
        `${element}/ScheduledDayEnd`,
        `${element}/ScheduledDayStart`,
      ]),
    );
  });

  test('patches the minimum of a function, as the plan says', () => {
    expect(jobs['functions/f/ScheduledDayStart']).toMatchInlineSnapshot(`
     {
       "attempt_deadline": "15s",
       "depends_on": [
         "google_project_service.Architecture_foundation_EnableCloudscheduler_BAFD945F",
         "google_cloudfunctions2_function_iam_member.Architecture_functions_f_SchedulerScales_C0731D21",
         "google_service_account_iam_member.Architecture_functions_f_SchedulerActsAs_8E6C16F1",
         "google_service_account_iam_member.Architecture_functions_f_SchedulerBuildsAs_91574A01",
       ],
       "description": "shop functions.f day start",
       "http_target": {
         "body": "eyJzZXJ2aWNlQ29uZmlnIjp7Im1pbkluc3RhbmNlQ291bnQiOjIwfX0=",
         "headers": {
           "Content-Type": "application/json",
         },
         "http_method": "PATCH",
         "oauth_token": {
           "scope": "https://www.googleapis.com/auth/cloud-platform",
           "service_account_email": "\${google_service_account.Architecture_functions_f_Scheduler_E28E2E48.email}",
         },
         "uri": "https://cloudfunctions.googleapis.com/v2/\${google_cloudfunctions2_function.Architecture_functions_f_Function_2DBA19F4.id}?updateMask=serviceConfig.minInstanceCount",
       },
       "name": "shop-f-day-start-88bf7f08",
       "region": "\${var.region}",
       "retry_config": {
         "min_backoff_duration": "10s",
         "retry_count": 5,
       },
       "schedule": "0 8 * * 1-5",
       "time_zone": "Europe/Berlin",
     }
    `);
  });

  test('patches the minimum of a service where no revision is created', () => {
    const { http_target: target } = jobs['services/web/ScheduledDayStart'] as { http_target: { uri: string } };
    expect(target.uri).toMatch(
      /^https:\/\/run\.googleapis\.com\/v2\/\$\{google_cloud_run_v2_service\.\w+\.id\}\?updateMask=scaling\.minInstanceCount$/,
    );
  });

  test.each([
    ['functions/f/ScheduledDayStart', { serviceConfig: { minInstanceCount: 20 } }],
    ['functions/f/ScheduledDayEnd', { serviceConfig: { minInstanceCount: 2 } }],
    ['functions/many/ScheduledDayStart', { serviceConfig: { minInstanceCount: 200 } }],
    ['functions/many/ScheduledDayEnd', { serviceConfig: { minInstanceCount: 0 } }],
    ['services/web/ScheduledDayStart', { scaling: { minInstanceCount: 20 } }],
    ['services/web/ScheduledDayEnd', { scaling: { minInstanceCount: 0 } }],
  ])('job %s sends %j', (job, body) => {
    expect(bodyOf(jobs[job])).toEqual(body);
  });

  test('retries a start for five minutes, and an end for half a minute', () => {
    expect(jobs['services/web/ScheduledDayStart']!['retry_config']).toEqual({
      retry_count: 5,
      min_backoff_duration: '10s',
    });
    expect(jobs['services/web/ScheduledDayEnd']!['retry_config']).toEqual({
      retry_count: 3,
      min_backoff_duration: '5s',
    });
  });

  test('may change its element, act as its service account and as the one that builds, and nothing else', () => {
    const [functionRole, serviceRole] = ['ScaleFunctions', 'ScaleServices'].map(
      (role) => ofType('google_project_iam_custom_role')[`foundation/${role}`]!,
    );
    expect(functionRole!['permissions']).toEqual(['cloudfunctions.functions.get', 'cloudfunctions.functions.update']);
    expect(serviceRole!['permissions']).toEqual(['run.services.get', 'run.services.update']);
    expect(ofType('google_cloudfunctions2_function_iam_member')['functions/f/SchedulerScales']).toMatchObject({
      role: expect.stringContaining('_foundation_ScaleFunctions_') as string,
      member: expect.stringContaining('_functions_f_Scheduler_') as string,
    });
    expect(ofType('google_cloud_run_v2_service_iam_member')['services/web/SchedulerScales']).toMatchObject({
      role: expect.stringContaining('_foundation_ScaleServices_') as string,
      member: expect.stringContaining('_services_web_Scheduler_') as string,
    });
    expect(ofType('google_service_account_iam_member')['functions/f/SchedulerActsAs']).toMatchObject({
      service_account_id: expect.stringContaining('_functions_f_ServiceAccount_') as string,
      role: 'roles/iam.serviceAccountUser',
    });
    expect(ofType('google_service_account_iam_member')['functions/f/SchedulerBuildsAs']).toMatchObject({
      service_account_id: expect.stringContaining('_foundation_BuildAccount_') as string,
      role: 'roles/iam.serviceAccountUser',
    });
    expect(ofType('google_service_account_iam_member')['services/web/SchedulerBuildsAs']).toBeUndefined();
    expect(Object.keys(ofType('google_project_iam_member'))).toEqual([
      'foundation/BuildWritesLogs',
      'foundation/BuildReadsCopiedSource',
    ]);
  });

  test('keeps its minimum during a deployment', () => {
    const lifecycles = ['google_cloudfunctions2_function', 'google_cloud_run_v2_service'].flatMap((type) =>
      Object.entries(ofType(type)).map(([path, { lifecycle }]) => [path, lifecycle]),
    );
    expect(Object.fromEntries(lifecycles)).toEqual({
      'functions/f/Function': { ignore_changes: ['service_config[0].min_instance_count'] },
      'functions/many/Function': { ignore_changes: ['service_config[0].min_instance_count'] },
      'services/web/Service': { ignore_changes: ['scaling[0].min_instance_count'] },
    });
  });

  test('keeps the base, and sets the highest maximum', () => {
    expect(ofType('google_cloudfunctions2_function')['functions/f/Function']!['service_config']).toMatchObject({
      min_instance_count: 2,
      max_instance_count: 20,
    });
    expect(ofType('google_cloudfunctions2_function')['functions/many/Function']!['service_config']).toMatchObject({
      min_instance_count: 0,
      max_instance_count: 200,
    });
    const web = ofType('google_cloud_run_v2_service')['services/web/Service'];
    expect(web).toMatchObject({
      scaling: { scaling_mode: 'AUTOMATIC' },
      template: { scaling: { min_instance_count: 1, max_instance_count: 30 } },
    });
    // The provider has no scaling controls.
    expect(JSON.stringify(web)).not.toMatch(/utilization|launch_stage/);
  });

  test('exposes its resources for changes by an app', () => {
    const { schedule } = rendered.functions['f']!;
    expect(schedule?.jobs.map(({ descriptionInput }) => descriptionInput)).toEqual([
      'shop functions.f day start',
      'shop functions.f day end',
    ]);
    expect(rendered.functions['plain']!.schedule).toBeUndefined();
    expect(rendered.foundation.roles).toHaveLength(2);
  });
});

test('scheduled scaling: without windows, no jobs, roles or services are rendered', () => {
  const { ofType, rendered } = synthesize(planOf({ services: { web: { image: 'nginx' } } }));
  expect(ofType('google_cloud_scheduler_job')).toEqual({});
  expect(ofType('google_project_iam_custom_role')).toEqual({});
  expect(Object.keys(rendered.foundation.services)).not.toContain('cloudscheduler.googleapis.com');
});
