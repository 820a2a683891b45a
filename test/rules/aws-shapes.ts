import { type Properties, type Resource, type View } from './view';

/* What is one resource in CloudFormation, and several in Pulumi. */

const inlinePolicy = 'aws:iam/rolePolicy:RolePolicy';
const attachment = 'aws:iam/rolePolicyAttachment:RolePolicyAttachment';

/** A statement of a policy. */
export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principals: readonly string[];
  /** The conditions, as JSON. */
  readonly condition: string;
}

const listed = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

/** The statements of a policy document. */
export function statementsIn(document: unknown): Statement[] {
  const { Statement: all = [] } = (document ?? {}) as { Statement?: unknown };
  return [all].flat().map((one) => {
    const { Effect, Action, Resource: resource, Principal, Condition } = one as Record<string, unknown>;
    const who = typeof Principal === 'object' && Principal !== null ? Object.values(Principal).flat() : Principal;
    return {
      effect: String(Effect),
      actions: listed(Action),
      resources: listed(resource),
      principals: listed(who),
      condition: JSON.stringify(Condition ?? {}),
    };
  });
}

/** The resources that give a role its rights: none in a template, where they are in the role itself. */
export const policiesOf = (role: Resource, view: View): Resource[] => [
  ...view.pointingAt(role, inlinePolicy, 'role'),
  ...view.pointingAt(role, attachment, 'role'),
  ...view.pointingAt(role, 'AWS::IAM::Policy', 'Roles'),
];

/** What a role's own policies allow. */
export const statementsOf = (role: Resource, view: View): Statement[] => [
  ...role.all('Policies').flatMap((policy) => statementsIn(policy.get('PolicyDocument'))),
  ...view.pointingAt(role, inlinePolicy, 'role').flatMap((policy) => statementsIn(policy.get('policy'))),
  ...view.pointingAt(role, 'AWS::IAM::Policy', 'Roles').flatMap((policy) => statementsIn(policy.get('PolicyDocument'))),
];

/** Whether a role may do something with a resource. */
export const mayDo = (role: Resource, view: View, action: string, resource: Resource): boolean =>
  statementsOf(role, view).some(
    ({ effect, actions, resources }) =>
      effect === 'Allow' && actions.includes(action) && resources.some((one) => one.includes(`‹${resource.id}|`)),
  );

/** The function that something points at, by way of its alias or not. */
export function functionOf(resource: Resource, view: View, path: string): Resource | undefined {
  const [found] = view.named(resource, path, 'AWS::Lambda::Function', 'AWS::Lambda::Alias');
  return found?.type === 'AWS::Lambda::Alias' ? functionOf(found, view, 'FunctionName') : found;
}

/** The aliases of a function. */
export const aliasesOf = (handler: Resource, view: View): Resource[] =>
  view.pointingAt(handler, 'AWS::Lambda::Alias', 'FunctionName');

/** Workers that are always warm, by the resource that asks for them. */
export function provisionedOf(alias: Resource, view: View): { resource: Resource; count: number }[] {
  const own = alias.number('ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions');
  const others = view.pointingAt(
    alias,
    'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig',
    'qualifier',
  );
  return [
    ...(own === undefined ? [] : [{ resource: alias, count: own }]),
    ...others.map((resource) => ({ resource, count: resource.number('provisionedConcurrentExecutions')! })),
  ];
}

const target = 'AWS::ApplicationAutoScaling::ScalableTarget';
export const scheduledAction = 'aws:appautoscaling/scheduledAction:ScheduledAction';
export const scalingPolicy = 'AWS::ApplicationAutoScaling::ScalingPolicy';

/** The scalable targets of a resource. */
export const targetsOf = (resource: Resource, view: View): Resource[] =>
  view.pointingAt(resource, target, 'ResourceId');

/** The bounds that a scalable target is ever given: its own, and those of its scheduled actions. */
export function boundsOf(one: Resource, view: View): { min: number; max: number }[] {
  const read = (bounds: Properties) => ({ min: bounds.number('MinCapacity')!, max: bounds.number('MaxCapacity')! });
  const inside = one.all('ScheduledActions').flatMap((action) => action.all('ScalableTargetAction'));
  const beside = view
    .pointingAt(one, scheduledAction, 'resourceId')
    .flatMap((action) => action.all('scalableTargetAction'));
  return [one, ...inside, ...beside].map(read);
}

/** The schedule expressions of a resource: of an EventBridge schedule, or of scheduled actions. */
export const expressionsIn = (one: Resource): string[] =>
  [
    one.get('ScheduleExpression'),
    one.get('schedule'),
    ...one.all('ScheduledActions').map((action) => action.get('Schedule')),
  ]
    .filter((text) => text !== undefined)
    .map(String);

/** A container of a task definition. */
export const containersOf = (task: Resource): Properties[] => task.all('ContainerDefinitions');

/** The retained, deleted or attached part of a name that a program wrote itself; empty if the engine makes it. */
export const givenName = (resource: Resource): string => resource.text('Name') || resource.text('name');
