import { CfnOutput, Lazy, Stack, Tags } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { AwsPlan, AwsPlans } from '../../cloud/aws/architecture';
import { splitElementId, type ElementId } from '../../model/name';
import { renderElements, type RenderedBy, type RenderedElements, type Renderers } from '../elements';
import { renderAlarm } from './alarm';
import { renderApi, renderRoutes } from './api';
import { renderFoundation, type RenderedFoundation } from './foundation';
import { renderFunction } from './function';
import { renderInvoker } from './invoker';
import { Parts } from './parts';
import { renderService } from './service';
import { renderQueue } from './queue';
import { renderQueuePolicy } from './queue-policy';
import { takeTags } from './tag';
import { renderTrigger } from './trigger';
import { renderTopic } from './topic';
import { keepAlarms, notifiedBy } from './topic-policy';
import { renderBucket } from './bucket';
import { renderSecret } from './secret';
import { renderTable } from './table';
import type { Prepared } from '../prepare';
import { takenOutput } from '../taken-output';

type Held = Readonly<Record<string, unknown>>;
type Context = [parts: Parts, foundation: RenderedFoundation | undefined];

/** Renders an element of each kind. */
const renderers = {
  functions: renderFunction,
  services: (scope, plan, parts, foundation) => renderService(scope, plan, foundation!, parts),
  apis: renderApi,
  queues: renderQueue,
  topics: renderTopic,
  buckets: renderBucket,
  tables: renderTable,
  secrets: renderSecret,
} satisfies Renderers<Construct, AwsPlans, Context>;

/** The CDK constructs created for one element, by kind. */
export type Rendered = RenderedBy<typeof renderers>;

/** The CDK constructs created for an architecture, by the elements' names. */
export interface RenderedArchitecture extends RenderedElements<Rendered> {
  readonly foundation?: RenderedFoundation;
  /** The values of the outputs, by name. */
  readonly outputs: Record<string, string>;
}

/** Creates every construct of a plan below `scope`. `held` are the values that only CDK has, by parameter. */
export function renderArchitecture(scope: Construct, plan: AwsPlan, held: Held = {}): RenderedArchitecture {
  const parts = new Parts(held, plan.roles);
  parts.provideExisting(plan.existing);
  const foundation = plan.foundation && renderFoundation(new Construct(scope, 'foundation'), plan.foundation, parts);
  const scopes = elementScopes(scope, plan.order);
  const rendered = renderElements<Construct, AwsPlans, Context, Rendered>(renderers, {
    order: plan.order,
    plans: plan,
    scopeOf: (id) => scopes.get(id)!,
    context: [parts, foundation],
  });
  for (const [name, api] of Object.entries(plan.apis)) {
    renderRoutes(scopes.get(api.element)!, api, rendered.apis[name]!, parts);
  }
  for (const invoker of plan.invokers) renderInvoker(scopes.get(invoker.function)!, invoker, parts);
  for (const alarm of plan.alarms) renderAlarm(scopes.get(alarm.element)!, alarm, parts);
  for (const name of notifiedBy(plan)) keepAlarms(rendered.topics[name]!.topic);
  for (const trigger of plan.triggers) renderTrigger(scopes.get(trigger.element)!, trigger, parts);
  for (const policy of plan.queuePolicies) {
    renderQueuePolicy(rendered.queues[splitElementId(policy.element).name]!.queue, policy, parts);
  }
  takeTags(scope);
  for (const [key, value] of Object.entries(plan.tags)) Tags.of(scope).add(key, value);
  return { ...(foundation && { foundation }), ...rendered, outputs: parts.texts(plan.outputs) };
}

/** Creates an output for each value, with the same name. */
export function exportOutputs(scope: Construct, outputs: Readonly<Record<string, string>>): void {
  const stack = Stack.of(scope);
  const taken = new Map(
    stack.node
      .findAll()
      .filter((one) => one instanceof CfnOutput)
      .map((one) => [String(stack.resolve(one.logicalId)), one.node.path]),
  );
  const group = new Construct(scope, 'outputs');
  for (const [name, value] of Object.entries(outputs)) {
    const other = taken.get(name);
    if (other !== undefined) throw takenOutput(name, stack.node.path || stack.stackName, other);
    // CDK would put a path and a hash into the name that people read.
    new CfnOutput(group, name, { value }).overrideLogicalId(name);
  }
}

/** A scope for each element, below one for its kind. */
function elementScopes(scope: Construct, order: readonly ElementId[]): Map<ElementId, Construct> {
  const kinds = new Map<string, Construct>();
  return new Map(
    order.map((id) => {
      const { kind, name } = splitElementId(id);
      const group = kinds.get(kind) ?? new Construct(scope, kind);
      kinds.set(kind, group);
      return [id, new Construct(group, name)];
    }),
  );
}

/** Marks the architecture's part of the template, so that it can be found and compared. */
export function stamp(scope: Construct, { architecture, env, existing, empty, held }: Prepared): void {
  const stack = Stack.of(scope);
  const stamps = (stack.templateOptions.metadata?.['Triptych'] ?? []) as unknown[];
  stack.addMetadata('Triptych', [
    ...stamps,
    {
      version: 1,
      architecture: architecture.name,
      ...(env !== undefined && { env }),
      path: scope.node.path,
      withoutCode: empty,
      outputs: exportedBy(scope),
      ...(Object.keys(held).length > 0 && { engineValues: stated(stack, held) }),
      ...(Object.keys(existing).length > 0 && { existing }),
    },
  ]);
}

/** Values as JSON in a text: intrinsic functions have no meaning in a template's metadata. */
const stated = (stack: Stack, held: Held): Record<string, string> =>
  Object.fromEntries(
    Object.entries(held).map(([parameter, value]) => [
      parameter,
      Lazy.string({ produce: () => JSON.stringify(stack.resolve(value)) }),
    ]),
  );

/** The names of the outputs that were created. */
const exportedBy = (scope: Construct): string[] =>
  (scope.node.tryFindChild('outputs')?.node.children ?? []).map(({ node }) => node.id).sort();
