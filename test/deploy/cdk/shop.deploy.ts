import { readFileSync, writeFileSync } from 'node:fs';
import { caseNamed } from '../cases';
import { standingOn } from '../prepared';
import { standing, startCloud, type Cloud } from './cloud';
import { functionNamed, provisionedOn } from './lambda';
import { CdkDeployment } from './rig';

// What keeps the shop's workers warm, as the services of AWS tell it. No load is measured here and no schedule comes, so
// nothing scales by itself: windows begin, and the warmer is called, when a test says so.

type Told = Readonly<Record<string, unknown>>;

standingOn(standing, 'a shop that cdk has deployed', () => {
  let cloud: Cloud;
  let shop: CdkDeployment;
  beforeAll(async () => {
    cloud = await startCloud();
    shop = await CdkDeployment.open(caseNamed('shop'), cloud);
    await shop.deploy();
  });
  afterAll(async () => {
    await shop?.end();
    await cloud?.end();
  });

  const nameOf = (element: string): Promise<string> => functionNamed(`functions${element}Function`, cloud);

  /** What Application Auto Scaling lists, by what is scaled: `search`, `images`. */
  async function scaled(namespace: 'lambda' | 'ecs', list: string): Promise<Readonly<Record<string, Told[]>>> {
    const answer = await cloud.send<Record<string, Told[]>>('application-auto-scaling', `Describe${list}`, {
      ServiceNamespace: namespace,
    });
    const pattern =
      namespace === 'lambda' ? /^function:.*functions(\w+?)Function\w*-\w+:live$/ : /services(\w+?)Service/;
    const found: Record<string, Told[]> = {};
    for (const one of answer[list]!) {
      const [, element] = pattern.exec(String(one['ResourceId'])) ?? [];
      (found[String(element)] ??= []).push(one);
    }
    return found;
  }

  const bounds = (MinCapacity: number, MaxCapacity: number) => [expect.objectContaining({ MinCapacity, MaxCapacity })];
  const tracking = (PredefinedMetricType: string, TargetValue: number, label: object = {}) => [
    expect.objectContaining({
      PolicyType: 'TargetTrackingScaling',
      TargetTrackingScalingPolicyConfiguration: expect.objectContaining({
        TargetValue,
        PredefinedMetricSpecification: { PredefinedMetricType, ...label },
      }) as unknown,
    }),
  ];
  const action = (ScheduledActionName: string, Schedule: string, MinCapacity: number, MaxCapacity: number) =>
    expect.objectContaining({
      ScheduledActionName,
      Schedule,
      Timezone: 'Europe/Berlin',
      ScalableTargetAction: { MinCapacity, MaxCapacity },
    }) as unknown;

  describe('functions', () => {
    test.each([
      ['checkout', 5],
      ['catalog', 1],
      // What Application Auto Scaling starts with: the minimum.
      ['search', 2],
      ['offers', undefined],
      ['contact', undefined],
    ])('%s has as many workers ready as its strategy says: %s', async (element, workers) => {
      const ready = await provisionedOn('live', await nameOf(element), cloud);
      expect(ready).toEqual(workers && { Status: 'READY', AvailableProvisionedConcurrentExecutions: workers });
    });

    test.each([
      ['checkout', undefined],
      ['catalog', 40],
      ['search', 30],
      ['offers', undefined],
      ['contact', undefined],
    ])('%s may have as many at once as its strategy says: %s', async (element, most) => {
      const { ReservedConcurrentExecutions: reserved } = await cloud.send<Told>('lambda', 'GetFunctionConcurrency', {
        FunctionName: await nameOf(element),
      });
      expect(reserved).toBe(most);
    });

    test('scale between their bounds, by utilization and by the clock', async () => {
      expect(await scaled('lambda', 'ScalableTargets')).toEqual({ search: bounds(2, 30), offers: bounds(0, 0) });
      expect(await scaled('lambda', 'ScalingPolicies')).toEqual({
        search: tracking('LambdaProvisionedConcurrencyUtilization', 0.7),
      });
      expect(await scaled('lambda', 'ScheduledActions')).toEqual({
        offers: [
          action('lunch-start', 'cron(45 11 ? * 2-6 *)', 10, 10),
          action('lunch-end', 'cron(0 14 ? * 2-6 *)', 0, 0),
        ],
      });
    });
  });

  describe('services', () => {
    test('run as many tasks as their strategies begin with', async () => {
      const { clusterArns } = await cloud.send<{ clusterArns: string[] }>('ecs', 'ListClusters');
      const cluster = clusterArns[0];
      const { serviceArns } = await cloud.send<{ serviceArns: string[] }>('ecs', 'ListServices', { cluster });
      const { services } = await cloud.send<{ services: Told[] }>('ecs', 'DescribeServices', {
        cluster,
        services: serviceArns,
      });
      const counts = services.map(({ serviceName, desiredCount }) => [
        /services(\w+?)Service/.exec(String(serviceName))?.[1],
        desiredCount,
      ]);
      expect(Object.fromEntries(counts)).toEqual({ storefront: 2, images: 1, recommendations: 2, support: 1 });
    });

    test('scale between their bounds, by requests, by CPU and by the clock', async () => {
      expect(await scaled('ecs', 'ScalableTargets')).toEqual({
        images: bounds(1, 4),
        recommendations: bounds(2, 4),
        support: bounds(1, 4),
      });
      expect(await scaled('ecs', 'ScalingPolicies')).toEqual({
        images: tracking('ALBRequestCountPerTarget', 4_800, { ResourceLabel: await requestsOf('images') }),
        recommendations: tracking('ECSServiceAverageCPUUtilization', 60),
        support: tracking('ECSServiceAverageCPUUtilization', 70),
      });
      expect(await scaled('ecs', 'ScheduledActions')).toEqual({
        images: [
          action('saturdays-start', 'cron(30 8 ? * 7 *)', 3, 8),
          action('saturdays-end', 'cron(0 20 ? * 7 *)', 1, 4),
        ],
        support: [
          action('office-hours-start', 'cron(0 8 ? * 2-6 *)', 3, 4),
          action('office-hours-end', 'cron(0 18 ? * 2-6 *)', 1, 4),
        ],
      });
    });

    /** The label of the requests that reach a service: the ends of the load balancer's ARN and of the target group's. */
    async function requestsOf(service: string): Promise<string> {
      const { Rules } = await rules();
      const { Actions } = Rules.find(({ Conditions }) => JSON.stringify(Conditions).includes(`/${service}/*`))!;
      const group = /targetgroup\/.*/.exec(String(Actions[0]!['TargetGroupArn']))![0];
      const { LoadBalancers } = await balancing<{ LoadBalancers: Told[] }>('DescribeLoadBalancers');
      return `${/app\/.*/.exec(String(LoadBalancers[0]!['LoadBalancerArn']))![0]}/${group}`;
    }

    async function rules() {
      const { LoadBalancers } = await balancing<{ LoadBalancers: Told[] }>('DescribeLoadBalancers');
      const { LoadBalancerArn } = LoadBalancers[0]!;
      const { Listeners } = await balancing<{ Listeners: Told[] }>('DescribeListeners', { LoadBalancerArn });
      const { ListenerArn } = Listeners[0]!;
      return balancing<{ Rules: { Conditions: Told[]; Actions: Told[] }[] }>('DescribeRules', { ListenerArn });
    }

    const balancing = <Answer>(command: string, input?: object) =>
      cloud.send<Answer>('elastic-load-balancing-v2', command, input);
  });

  describe('in a window', () => {
    /** Changes the bounds of something, as the scheduled action at the start of its window does. */
    async function begin(namespace: 'lambda' | 'ecs', element: string): Promise<void> {
      const [start] = (await scaled(namespace, 'ScheduledActions'))[element]!;
      const { ServiceNamespace, ResourceId, ScalableDimension, ScalableTargetAction } = start!;
      await cloud.send('application-auto-scaling', 'RegisterScalableTarget', {
        ...{ ServiceNamespace, ResourceId, ScalableDimension },
        ...(ScalableTargetAction as object),
      });
    }

    function edit(from: string, to: string): void {
      const text = readFileSync(shop.file, 'utf8');
      expect(text).toContain(from);
      writeFileSync(shop.file, text.replace(from, to));
    }

    beforeAll(async () => {
      await begin('lambda', 'offers');
      await begin('ecs', 'images');
    });

    test('there are more workers, and a deployment of something else leaves them', async () => {
      edit('  offers:\n', '  offers:\n    environment: { EDITED: yes }\n');
      await shop.deploy();
      expect(await provisionedOn('live', await nameOf('offers'), cloud)).toMatchObject({
        AvailableProvisionedConcurrentExecutions: 10,
      });
      expect(await scaled('lambda', 'ScalableTargets')).toMatchObject({ offers: bounds(10, 10) });
      expect(await scaled('ecs', 'ScalableTargets')).toMatchObject({ images: bounds(3, 8) });
    });

    test('a base that was edited is deployed', async () => {
      edit('dynamic: { min: 1, max: 4 }', 'dynamic: { min: 2, max: 5 }');
      await shop.deploy();
      expect(await scaled('ecs', 'ScalableTargets')).toMatchObject({ images: bounds(2, 5) });
      expect(await scaled('lambda', 'ScalableTargets')).toMatchObject({ offers: bounds(10, 10) });
    });
  });

  describe('the warmer', () => {
    interface Schedule {
      readonly Name: string;
      readonly ScheduleExpression: string;
      readonly Target: { readonly Arn: string; readonly RoleArn: string; readonly Input: string };
    }
    let schedule: Schedule;
    beforeAll(async () => {
      const { Schedules } = await cloud.send<{ Schedules: { Name: string }[] }>('scheduler', 'ListSchedules');
      expect(Schedules).toHaveLength(1);
      schedule = await cloud.send<Schedule>('scheduler', 'GetSchedule', { Name: Schedules[0]!.Name });
    });

    /** Calls the warmer with what the schedule tells it, and returns what it answers. */
    async function warmUp(): Promise<Told> {
      const { Target } = schedule;
      const { FunctionError, Payload } = await cloud.send<{ FunctionError?: string; Payload: Uint8Array }>(
        'lambda',
        'Invoke',
        { FunctionName: Target.Arn, Payload: Target.Input },
      );
      const answer = Buffer.from(Payload).toString('utf8');
      if (FunctionError !== undefined) throw new Error(answer);
      return JSON.parse(answer) as Told;
    }

    test('is called every five minutes, with the alias and the number of workers', async () => {
      const name = await nameOf('contact');
      expect(schedule.ScheduleExpression).toBe('rate(5 minutes)');
      expect(schedule.Target.Arn).toMatch(/:function:[\w-]*functionscontactWarmer[\w-]*$/);
      const { alias, instances } = JSON.parse(schedule.Target.Input) as { alias: string; instances: number };
      expect(alias).toMatch(new RegExp(`:function:${name}:live$`));
      expect(instances).toBe(2);
    });

    test('calls the alias that often at once, and as many workers answer', async () => {
      expect(await warmUp()).toMatchObject({ invocations: 2, instances: 2, unknown: 0, failed: 0 });
      // The next round finds the same two.
      expect(await warmUp()).toMatchObject({ invocations: 2, instances: 2, unknown: 0, failed: 0 });
      const { logGroups } = await cloud.send<{ logGroups: { logGroupName: string }[] }>(
        'cloudwatch-logs',
        'DescribeLogGroups',
      );
      expect(logGroups.filter(({ logGroupName }) => logGroupName.includes('Warmer'))).toHaveLength(1);
    });

    test('may call nothing else', async () => {
      const { alias } = JSON.parse(schedule.Target.Input) as { alias: string };
      const other = alias.replace(await nameOf('contact'), await nameOf('checkout'));
      const answer = cloud.send<{ FunctionError?: string; Payload: Uint8Array }>('lambda', 'Invoke', {
        FunctionName: schedule.Target.Arn,
        Payload: JSON.stringify({ alias: other, instances: 1 }),
      });
      const { FunctionError, Payload } = await answer;
      expect(FunctionError).toBe('Unhandled');
      expect(Buffer.from(Payload).toString('utf8')).toContain('1 × AccessDenied');
    });
  });
});
