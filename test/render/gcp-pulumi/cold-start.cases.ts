import { planOf } from '../gcp-shop';
import { bodyOf, peaks } from '../gcp-peaks';
import { record, type Recorded } from './program';

/** The URN at which an input points. */
const urnIn = (value: unknown): string => (value as { $ref: { urn: string } }).$ref.urn;

describe('scheduled scaling on gcp-pulumi', () => {
  let recorded: Recorded;
  beforeAll(async () => {
    recorded = await record(peaks());
  });
  const inputsOf = (type: string, name: string) => recorded.ofType(type)[name]!.inputs;

  test('has one job for each start and end of a window', () => {
    expect(Object.keys(recorded.ofType('cloudscheduler/job:Job')).sort()).toEqual(
      ['f', 'many', 'web'].flatMap((name) => [`shop-${name}-scheduled-day-end`, `shop-${name}-scheduled-day-start`]),
    );
  });

  test('patches the minimum of a service, as the plan says', () => {
    expect(inputsOf('cloudscheduler/job:Job', 'shop-web-scheduled-day-start')).toMatchInlineSnapshot(`
     {
       "attemptDeadline": "15s",
       "description": "shop services.web day start",
       "httpTarget": {
         "body": "eyJzY2FsaW5nIjp7Im1pbkluc3RhbmNlQ291bnQiOjIwfX0=",
         "headers": {
           "Content-Type": "application/json",
         },
         "httpMethod": "PATCH",
         "oauthToken": {
           "scope": "https://www.googleapis.com/auth/cloud-platform",
           "serviceAccountEmail": {
             "$ref": {
               "path": [
                 "email",
               ],
               "urn": "urn:pulumi:dev::shop::triptych:gcp:ServerlessArchitecture$triptych:gcp:Service$gcp:serviceaccount/account:Account::shop-web-scheduler",
             },
           },
         },
         "uri": {
           "$join": [
             "https://run.googleapis.com/v2/",
             {
               "$ref": {
                 "path": [
                   "id",
                 ],
                 "urn": "urn:pulumi:dev::shop::triptych:gcp:ServerlessArchitecture$triptych:gcp:Service$gcp:cloudrunv2/service:Service::shop-web-service",
               },
             },
             "?updateMask=scaling.minInstanceCount",
           ],
         },
       },
       "name": "shop-web-day-start-d794429f",
       "region": {
         "$ref": {
           "config": "gcp:region",
           "path": [],
         },
       },
       "retryConfig": {
         "minBackoffDuration": "10s",
         "retryCount": 5,
       },
       "schedule": "0 8 * * 1-5",
       "timeZone": "Europe/Berlin",
     }
    `);
  });

  test.each([
    ['shop-f-scheduled-day-start', { serviceConfig: { minInstanceCount: 20 } }],
    ['shop-f-scheduled-day-end', { serviceConfig: { minInstanceCount: 2 } }],
    ['shop-many-scheduled-day-start', { serviceConfig: { minInstanceCount: 200 } }],
    ['shop-many-scheduled-day-end', { serviceConfig: { minInstanceCount: 0 } }],
    ['shop-web-scheduled-day-start', { scaling: { minInstanceCount: 20 } }],
    ['shop-web-scheduled-day-end', { scaling: { minInstanceCount: 0 } }],
  ])('job %s sends %j', (job, body) => {
    expect(bodyOf(inputsOf('cloudscheduler/job:Job', job))).toEqual(body);
  });

  test('may change its element, act as its service account and as the one that builds, and nothing else', () => {
    const roles = recorded.ofType('projects/iAMCustomRole:IAMCustomRole');
    expect(roles['shop-foundation-scale-functions']!.inputs).toMatchObject({
      permissions: ['cloudfunctions.functions.get', 'cloudfunctions.functions.update'],
    });
    expect(roles['shop-foundation-scale-services']!.inputs).toMatchObject({
      permissions: ['run.services.get', 'run.services.update'],
    });
    const bindings = [
      ['cloudfunctionsv2/functionIamMember:FunctionIamMember', 'shop-f-scheduler', 'shop-foundation-scale-functions'],
      ['cloudrunv2/serviceIamMember:ServiceIamMember', 'shop-web-scheduler', 'shop-foundation-scale-services'],
    ] as const;
    for (const [type, scheduler, role] of bindings) {
      const binding = inputsOf(type, `${scheduler}-scales`);
      expect(urnIn(binding['role'])).toBe(roles[role]!.urn);
      expect(urnIn(binding['member'])).toBe(recorded.ofType('serviceaccount/account:Account')[scheduler]!.urn);
    }
    const actsAs = inputsOf('serviceaccount/iAMMember:IAMMember', 'shop-f-scheduler-acts-as');
    expect(actsAs['role']).toBe('roles/iam.serviceAccountUser');
    expect(urnIn(actsAs['serviceAccountId'])).toMatch(/::shop-f-service-account$/);
    const buildsAs = inputsOf('serviceaccount/iAMMember:IAMMember', 'shop-f-scheduler-builds-as');
    expect(buildsAs['role']).toBe('roles/iam.serviceAccountUser');
    expect(urnIn(buildsAs['serviceAccountId'])).toMatch(/::shop-foundation-build-account$/);
    expect(recorded.ofType('serviceaccount/iAMMember:IAMMember')['shop-web-scheduler-builds-as']).toBeUndefined();
  });

  test('sets the target of the utilization, by the CPU', () => {
    expect(inputsOf('cloudrunv2/service:Service', 'shop-web-service')).toMatchObject({
      launchStage: 'BETA',
      template: {
        scaling: { minInstanceCount: 1, maxInstanceCount: 30, cpuUtilization: 0.7, concurrencyUtilization: 0.95 },
      },
    });
    expect(inputsOf('cloudrunv2/service:Service', 'shop-plain-service')).not.toHaveProperty('launchStage');
  });

  test('keeps its minimum during a deployment', () => {
    const ignored = ['cloudfunctionsv2/function:Function', 'cloudrunv2/service:Service'].flatMap((type) =>
      Object.entries(recorded.ofType(type)).map(([name, { options }]) => [name, options?.ignoreChanges]),
    );
    expect(Object.fromEntries(ignored)).toEqual({
      'shop-f-function': ['serviceConfig.minInstanceCount'],
      'shop-many-function': ['serviceConfig.minInstanceCount'],
      'shop-web-service': ['scaling.minInstanceCount'],
    });
  });

  test('exposes its resources for changes by an app', () => {
    const { functions, foundation } = recorded.rendered;
    expect(functions['f']!.schedule?.jobs).toHaveLength(2);
    expect(functions['plain']!.schedule).toBeUndefined();
    expect(foundation.roles).toHaveLength(2);
  });
});

test('scheduled scaling: without windows, no jobs, roles or services are rendered', async () => {
  const { ofType, rendered } = await record(planOf({ services: { web: { image: 'nginx' } } }));
  expect(ofType('cloudscheduler/job:Job')).toEqual({});
  expect(ofType('projects/iAMCustomRole:IAMCustomRole')).toEqual({});
  expect(Object.keys(rendered.foundation.services)).not.toContain('cloudscheduler.googleapis.com');
});
