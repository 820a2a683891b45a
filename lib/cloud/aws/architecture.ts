import type { ResolvedArchitecture } from '../../model/architecture';
import type { ElementId } from '../../model/name';
import type { CodeArchives } from '../archives';
import type { ExistingPlan } from '../existing';
import { planElements, type ElementPlans, type Planners, type PlansOf } from '../elements';
import { namingOf } from '../name';
import { orderOf } from '../order';
import type { PlanText } from '../part';
import { planAlarms, type AwsAlarmPlan } from './alarm';
import { planApi } from './api';
import { planExisting } from './existing';
import { planFoundation, type AwsFoundationPlan } from './foundation';
import { planFunction } from './function';
import { planInvokers, type AwsInvoker } from './invoker';
import { planOutputs } from './output';
import { planRoles, type AwsRoleSettings } from './role-settings';
import { planService } from './service';
import { planQueuePolicies, type AwsQueuePolicyPlan } from './queue-policy';
import { planQueue } from './queue';
import { planTriggers, type AwsTriggerPlan } from './trigger';
import { planTopic } from './topic';
import { planBucket } from './bucket';
import { planSecret } from './secret';
import { planTable } from './table';

/** Plans an element of each kind. */
const planners = {
  functions: (name, spec, { architecture, archives, naming }) =>
    planFunction(name, spec, architecture, archives[name]!, naming),
  services: (name, spec, { architecture, naming }) => planService(name, spec, architecture, naming),
  apis: (name, spec, { naming }) => planApi(name, spec, naming),
  queues: (name, spec, { architecture, naming }) => planQueue(name, spec, architecture, naming),
  topics: (name, spec, { naming }) => planTopic(name, spec, naming),
  buckets: (name, spec, { architecture, naming }) => planBucket(name, spec, architecture, naming),
  tables: planTable,
  secrets: planSecret,
} satisfies Planners;

/** The plans of one element, by kind. */
export type AwsPlans = PlansOf<typeof planners>;

/** An architecture on AWS, as values. */
export interface AwsPlan extends ElementPlans<AwsPlans> {
  readonly name: string;
  readonly description?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Settings of every role. */
  readonly roles: AwsRoleSettings;
  /** All elements that it owns. An element comes after those that it points at. */
  readonly order: readonly ElementId[];
  /** Resources that something else owns. */
  readonly existing: readonly ExistingPlan[];
  readonly foundation?: AwsFoundationPlan;
  /** The synchronous callers of functions. Triggers carry their own permissions. */
  readonly invokers: readonly AwsInvoker[];
  /** Schedules, queues, topics and buckets that invoke elements. */
  readonly triggers: readonly AwsTriggerPlan[];
  /** Permissions to send to queues for senders without a role. */
  readonly queuePolicies: readonly AwsQueuePolicyPlan[];
  /** Alarms, and where they are sent. */
  readonly alarms: readonly AwsAlarmPlan[];
  readonly outputs: Readonly<Record<string, PlanText>>;
}

export function planAws(architecture: ResolvedArchitecture, archives: CodeArchives, env?: string): AwsPlan {
  const naming = namingOf(architecture.name, env);
  const foundation = planFoundation(architecture, naming);
  return {
    name: architecture.name,
    ...(architecture.description && { description: architecture.description }),
    tags: architecture.tags,
    roles: planRoles(architecture),
    order: orderOf(architecture, 'aws'),
    existing: planExisting(architecture),
    ...(foundation && { foundation }),
    ...planElements<AwsPlans>(planners, { architecture, archives, naming }),
    invokers: planInvokers(architecture),
    triggers: planTriggers(architecture, naming),
    queuePolicies: planQueuePolicies(architecture),
    alarms: planAlarms(architecture, naming),
    outputs: planOutputs(architecture),
  };
}
