import { warmerArchive } from '../../archive/warmer';
import { minutesOf } from '../../model/rate';
import type { ResolvedFunction } from '../../model/function';
import type { ElementId } from '../../model/name';
import type { CodeArchive } from '../archives';
import { physicalName, type Naming } from '../name';
import { part, type PlanText } from '../part';
import type { AwsStatement } from './grant';
import { limits } from './name';
import { awsRate } from './schedule';
import { lambda, scheduler, type AwsTrust } from './trust';

/** A function that invokes another one's alias many times at once, and the schedule by which it does. */
export interface AwsWarmerPlan {
  /** Names for engines that make none within the limits. */
  readonly names: Readonly<Record<'function' | 'role' | 'scheduleRole' | 'schedule', string>>;
  readonly runtime: string;
  readonly handler: string;
  readonly architecture: 'x86_64';
  readonly memoryMiB: number;
  readonly timeoutSeconds: number;
  readonly archive: CodeArchive;
  readonly role: { readonly trusts: AwsTrust; readonly statements: readonly AwsStatement[] };
  readonly logs: { readonly retentionDays: number };
  readonly schedule: {
    readonly expression: string;
    /** The warmer's input, as JSON. */
    readonly input: PlanText;
    readonly role: { readonly trusts: AwsTrust; readonly statements: readonly AwsStatement[] };
    /** A late call has no effect beyond that of the next one. */
    readonly retry: { readonly attempts: number; readonly ageSeconds: number };
  };
}

/** Plans a function's warmer; undefined if it has none. */
export function planWarmer(element: ElementId, spec: ResolvedFunction, naming: Naming): AwsWarmerPlan | undefined {
  const { warming } = spec.coldStart;
  if (!warming) return undefined;
  const name = (kind: 'function' | 'role' | 'schedule', role: string) =>
    physicalName(naming, element, limits[kind], role);
  return {
    names: {
      function: name('function', 'warmer'),
      role: name('role', 'warmer-role'),
      scheduleRole: name('role', 'warmer-schedule-role'),
      schedule: name('schedule', 'warmer-schedule'),
    },
    runtime: 'nodejs22.x',
    handler: 'index.handler',
    architecture: 'x86_64',
    // A whole CPU: the calls must begin together, while their workers still wait.
    memoryMiB: 1_769,
    // As long as a cold start may take, for all at once.
    timeoutSeconds: 60,
    archive: warmerArchive(),
    role: { trusts: lambda, statements: [writeLogs(element), invoke(part(element, 'alias', 'arn'))] },
    logs: { retentionDays: spec.logRetentionDays },
    schedule: {
      expression: awsRate(minutesOf(warming.every)!),
      input: ['{"alias":"', part(element, 'alias', 'arn'), `","instances":${warming.instances}}`],
      role: { trusts: scheduler, statements: [invoke(part(element, 'warmer', 'arn'))] },
      retry: { attempts: 1, ageSeconds: 60 },
    },
  };
}

const writeLogs = (element: ElementId): AwsStatement => ({
  sid: 'WriteLogs',
  actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  resources: [[part(element, 'warmerLogGroup', 'streams')]],
});

const invoke = (resource: PlanText[number]): AwsStatement => ({
  sid: 'Invoke',
  actions: ['lambda:InvokeFunction'],
  resources: [[resource]],
});
