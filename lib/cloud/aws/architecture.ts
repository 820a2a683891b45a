import type { ResolvedArchitecture } from '../../model/architecture';
import type { ElementId } from '../../model/name';
import type { CodeArchives } from '../archives';
import { each } from '../each';
import type { Naming } from '../name';
import { orderOf } from '../order';
import type { PlanText } from '../part';
import { planAlarms, type AwsAlarmPlan } from './alarm';
import { planApi, type AwsApiPlan } from './api';
import { planFoundation, type AwsFoundationPlan } from './foundation';
import { planFunction, type AwsFunctionPlan } from './function';
import { planInvokers, type AwsInvoker } from './invoker';
import { planOutputs } from './output';
import { planService, type AwsServicePlan } from './service';
import { planQueuePolicies, type AwsQueuePolicyPlan } from './queue-policy';
import { planQueue, type AwsQueuePlan } from './queue';
import { planTriggers, type AwsTriggerPlan } from './trigger';
import { planTopic, type AwsTopicPlan } from './topic';
import { planBucket, type AwsBucketPlan } from './bucket';
import { planSecret, type AwsSecretPlan } from './secret';
import { planTable, type AwsTablePlan } from './table';

/** Everything that an architecture is on AWS, as values. */
export interface AwsPlan {
  readonly name: string;
  readonly description?: string;
  readonly tags: Readonly<Record<string, string>>;
  /** All elements, what is pointed at before what points at it. */
  readonly order: readonly ElementId[];
  readonly foundation?: AwsFoundationPlan;
  readonly functions: Readonly<Record<string, AwsFunctionPlan>>;
  readonly services: Readonly<Record<string, AwsServicePlan>>;
  readonly apis: Readonly<Record<string, AwsApiPlan>>;
  readonly queues: Readonly<Record<string, AwsQueuePlan>>;
  readonly topics: Readonly<Record<string, AwsTopicPlan>>;
  readonly buckets: Readonly<Record<string, AwsBucketPlan>>;
  readonly secrets: Readonly<Record<string, AwsSecretPlan>>;
  readonly tables: Readonly<Record<string, AwsTablePlan>>;
  /** Everybody who calls a function and waits for it. What triggers invoke it with is theirs. */
  readonly invokers: readonly AwsInvoker[];
  /** What invokes elements by the clock, for a message, or for an event. */
  readonly triggers: readonly AwsTriggerPlan[];
  /** Who may send to queues without a role of their own. */
  readonly queuePolicies: readonly AwsQueuePolicyPlan[];
  /** What tells people that something is wrong. */
  readonly alarms: readonly AwsAlarmPlan[];
  readonly outputs: Readonly<Record<string, PlanText>>;
}

export function planAws(architecture: ResolvedArchitecture, archives: CodeArchives, env?: string): AwsPlan {
  const naming: Naming = { architecture: architecture.name, ...(env && { env }) };
  const foundation = planFoundation(architecture, naming);
  return {
    name: architecture.name,
    ...(architecture.description && { description: architecture.description }),
    tags: architecture.tags,
    order: orderOf(architecture, 'aws'),
    ...(foundation && { foundation }),
    functions: each(architecture.functions, (name, spec) =>
      planFunction(name, spec, architecture, archives[name]!, naming),
    ),
    services: each(architecture.services, (name, spec) => planService(name, spec, architecture, naming)),
    apis: each(architecture.apis, (name, spec) => planApi(name, spec, naming)),
    queues: each(architecture.queues, (name, spec) => planQueue(name, spec, architecture, naming)),
    topics: each(architecture.topics, (name, spec) => planTopic(name, spec, naming)),
    buckets: each(architecture.buckets, (name, spec) => planBucket(name, spec, architecture, naming)),
    secrets: each(architecture.secrets, planSecret),
    tables: each(architecture.tables, planTable),
    invokers: planInvokers(architecture),
    triggers: planTriggers(architecture, naming),
    queuePolicies: planQueuePolicies(architecture),
    alarms: planAlarms(architecture),
    outputs: planOutputs(architecture),
  };
}
