import type { ResolvedArchitecture } from '../../model/architecture';
import { kinds, type Kind } from '../../model/kind';
import { elementId, type ElementId } from '../../model/name';
import { outputsOf } from '../../model/output';
import type { Finding } from '../../model/problem';
import type { ResolvedFunction } from '../../model/function';
import type { ResolvedService } from '../../model/service';
import { planAlarms } from './alarm';
import { planApi } from './api';
import { planFunctionWarmth, planServiceWarmth, type AwsScalingPlan } from './cold-start';
import { planFoundation } from './foundation';
import { planInvokers } from './invoker';
import { planQueuePolicies } from './queue-policy';
import { planRetry } from './retry';
import { planTriggers, type AwsTriggerPlan } from './trigger';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const perStack = { resources: 500, outputs: 200 };

/** CDK's own resource for its analytics, which an app adds unless it is turned off. */
const metadata = 1;

/** Finds an architecture whose stack would have more than CloudFormation allows. */
export function stackProblems(architecture: ResolvedArchitecture): Finding[] {
  if (!architecture.targets.includes('aws-cdk')) return [];
  const resources = metadata + countResources(architecture);
  const outputs = Object.keys(outputsOf(architecture)).length;
  return [
    ...(resources > perStack.resources
      ? [
          {
            path: [largestKind(architecture)],
            message: `the architecture must have at most ${perStack.resources} resources on aws-cdk, got ${resources}`,
            hint: "CloudFormation's limit for one stack; split the architecture, or leave aws-cdk out of `targets`",
          },
        ]
      : []),
    ...(outputs > perStack.outputs
      ? [
          {
            path: ['outputs'],
            message: `must be at most ${perStack.outputs} with those of public elements on aws-cdk, got ${outputs}`,
            hint: "CloudFormation's limit for one stack; split the architecture, or leave aws-cdk out of `targets`",
          },
        ]
      : []),
  ];
}

/** The kind with the most elements: where to begin. */
const largestKind = (architecture: ResolvedArchitecture): Kind =>
  [...kinds].sort((a, b) => Object.keys(architecture[b]).length - Object.keys(architecture[a]).length)[0]!;

/** The number of an architecture's resources in a CloudFormation template. */
export function countResources(architecture: ResolvedArchitecture): number {
  const { functions, services, apis, queues, topics, buckets, tables, secrets, name } = architecture;
  const naming = { architecture: name };
  const foundation = planFoundation(architecture, naming);
  const size = (elements: object): number => Object.keys(elements).length;
  return sum([
    // A security group, a cluster, a load balancer, a listener and a role.
    foundation ? 5 + size(foundation.exports.values) : 0,
    ...Object.entries(functions).map(([id, spec]) => ofFunction(elementId('functions', id), spec)),
    ...Object.entries(services).map(([id, spec]) => ofService(elementId('services', id), spec)),
    ...Object.entries(apis).map(([id, spec]) => {
      const { integrations, routes } = planApi(id, spec, naming);
      // An API, a stage and a log group.
      return 3 + integrations.length + routes.length;
    }),
    // A queue, and one for its dead letters.
    2 * size(queues),
    size(topics),
    // A bucket and its policy.
    2 * size(buckets),
    size(tables),
    size(secrets),
    planInvokers(architecture).length,
    ...planTriggers(architecture, naming).map(ofTrigger),
    planQueuePolicies(architecture).length,
    planAlarms(architecture).length,
  ]);
}

function ofFunction(element: ElementId, { http, triggers, retry, coldStart }: ResolvedFunction): number {
  return sum([
    // A function, a version, an alias, a role and a log group; a warmer has a schedule and its role, but no alias.
    5,
    coldStart.warming ? 5 : 0,
    http ? 1 : 0,
    planRetry(triggers, retry) ? 1 : 0,
    ofScaling(planFunctionWarmth(element, coldStart).scaling),
  ]);
}

function ofService(element: ElementId, { ingress, secrets, coldStart }: ResolvedService): number {
  return sum([
    // A service, a task definition, a role, a log group and a security group.
    5,
    // A target group, a listener rule, and a rule that lets the load balancer in.
    ingress === 'public' ? 3 : 0,
    Object.keys(secrets).length > 0 ? 1 : 0,
    ofScaling(planServiceWarmth(element, coldStart).scaling),
  ]);
}

/** A scalable target, and a policy. Scheduled actions are properties of the target. */
const ofScaling = (scaling: AwsScalingPlan | undefined): number => (scaling ? (scaling.tracking ? 2 : 1) : 0);

function ofTrigger(plan: AwsTriggerPlan): number {
  switch (plan.kind) {
    case 'schedules':
      // One role for all of them.
      return 1 + plan.schedules.length;
    case 'queue':
      return 1;
    case 'topic':
    case 'bucket':
      // What delivers, and its permission.
      return 2;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
