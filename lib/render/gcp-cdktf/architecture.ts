import { Token, TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { GcpPlan, GcpPlans } from '../../cloud/gcp/architecture';
import { splitElementId, type ElementId } from '../../model/name';
import { renderElements, type RenderedBy, type RenderedElements, type Renderers } from '../elements';
import { renderAlarm, renderChannel } from './alarm';
import { renderApi, renderRoutes } from './api';
import { renderFoundation, type RenderedFoundation } from './foundation';
import { renderFunction } from './function';
import { renderInvoker } from './invoker';
import { Parts } from './parts';
import { renderService } from './service';
import { renderQueue } from './queue';
import { renderTrigger } from './trigger';
import { renderTopic } from './topic';
import { renderBucket } from './bucket';
import { renderSecret } from './secret';
import { renderTable } from './table';
import type { Where } from './where';
import type { Prepared } from '../prepare';
import { takenOutput } from '../taken-output';

type Held = Readonly<Record<string, unknown>>;
type Context = [parts: Parts, where: Where];

/** Renders an element of each kind. */
const renderers = {
  functions: renderFunction,
  services: renderService,
  apis: renderApi,
  queues: renderQueue,
  topics: renderTopic,
  buckets: renderBucket,
  tables: renderTable,
  secrets: renderSecret,
} satisfies Renderers<Construct, GcpPlans, Context>;

/** The CDKTF constructs created for one element, by kind. */
export type Rendered = RenderedBy<typeof renderers>;

/** The CDKTF constructs created for an architecture, by the elements' names. */
export interface RenderedArchitecture extends RenderedElements<Rendered> {
  readonly foundation: RenderedFoundation;
  /** The values of the outputs, by name. */
  readonly outputs: Record<string, string>;
}

/** Creates every construct of a plan below `scope`. `held` are the values that only CDKTF has, by parameter. */
export function renderArchitecture(
  scope: Construct,
  plan: GcpPlan,
  where: Where,
  held: Held = {},
): RenderedArchitecture {
  const parts = new Parts(where, held);
  parts.provideExisting(plan.existing);
  const foundation = renderFoundation(new Construct(scope, 'foundation'), plan.foundation, parts, where);
  const scopes = elementScopes(scope, plan.order);
  const rendered = renderElements<Construct, GcpPlans, Context, Rendered>(renderers, {
    order: plan.order,
    plans: plan,
    scopeOf: (id) => scopes.get(id)!,
    context: [parts, where],
  });
  for (const [name, api] of Object.entries(plan.apis)) {
    if (api.kind === 'loadBalancer') renderRoutes(scopes.get(api.element)!, api, rendered.apis[name]!, parts, where);
  }
  for (const invoker of plan.invokers) renderInvoker(scopes.get(invoker.function)!, invoker, parts, where);
  for (const trigger of plan.triggers) renderTrigger(scopes.get(trigger.element)!, trigger, parts, where);
  // Alarms watch the subscriptions of triggers.
  if (plan.alarms) {
    const { channel, policies } = plan.alarms;
    renderChannel(scopes.get(channel.element)!, channel, parts);
    for (const alarm of policies) renderAlarm(scopes.get(alarm.element)!, alarm, parts);
  }
  return { foundation, ...rendered, outputs: parts.texts(plan.outputs) };
}

/** Creates an output for each value, with the same name. */
export function exportOutputs(scope: Construct, outputs: Readonly<Record<string, string>>): void {
  const stack = TerraformStack.of(scope);
  const taken = new Map(
    stack.node
      .findAll()
      .filter((one) => one instanceof TerraformOutput)
      .map((one) => [one.friendlyUniqueId, one.node.path]),
  );
  const group = new Construct(scope, 'outputs');
  for (const [name, value] of Object.entries(outputs)) {
    const other = taken.get(name);
    if (other !== undefined) throw takenOutput(name, stack.node.path, other);
    // CDKTF would put a path and a hash into the name that people read.
    new TerraformOutput(group, name, { value }).overrideLogicalId(name);
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

/** Marks the architecture's part of the stack's JSON, so that it can be found and compared. */
export function stamp(scope: Construct, { architecture, env, existing, empty, held }: Prepared, where: Where): void {
  const stack = TerraformStack.of(scope);
  const stamps = (stampsOf.get(stack) ?? []).concat({
    version: 1,
    architecture: architecture.name,
    ...(env !== undefined && { env }),
    path: scope.node.path,
    withoutCode: empty,
    outputs: exportedBy(scope),
    where,
    ...(Object.keys(held).length > 0 && { engineValues: stated(held) }),
    ...(Object.keys(existing).length > 0 && { existing }),
  });
  stampsOf.set(stack, stamps);
  stack.addOverride('//.triptych', stamps);
}

// A stack keeps its overrides to itself, so what was stamped into it before is kept beside it.
const stampsOf = new WeakMap<TerraformStack, object[]>();

const stated = (held: Held): Record<string, string> =>
  Object.fromEntries(Object.entries(held).map(([parameter, value]) => [parameter, Token.asString(value)]));

/** The names of the outputs that were created. */
const exportedBy = (scope: Construct): string[] =>
  (scope.node.tryFindChild('outputs')?.node.children ?? []).map(({ node }) => node.id).sort();
