import { TerraformOutput, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type { GcpPlan } from '../../cloud/gcp/architecture';
import { splitElementId, type ElementId } from '../../model/name';
import { renderAlarm, renderChannel } from './alarm';
import { renderApi, renderRoutes, type RenderedApi } from './api';
import { renderFoundation, type RenderedFoundation } from './foundation';
import { renderFunction, type RenderedFunction } from './function';
import { renderInvoker } from './invoker';
import { Parts } from './parts';
import { renderService, type RenderedService } from './service';
import { renderQueue, type RenderedQueue } from './queue';
import { renderTrigger } from './trigger';
import { renderTopic, type RenderedTopic } from './topic';
import { renderBucket, type RenderedBucket } from './bucket';
import { renderSecret, type RenderedSecret } from './secret';
import { renderTable, type RenderedTable } from './table';
import type { Where } from './where';

/** What stands for an architecture in a CDKTF app, by the elements' names. */
export interface RenderedArchitecture {
  readonly foundation: RenderedFoundation;
  readonly functions: Record<string, RenderedFunction>;
  readonly services: Record<string, RenderedService>;
  readonly apis: Record<string, RenderedApi>;
  readonly queues: Record<string, RenderedQueue>;
  readonly topics: Record<string, RenderedTopic>;
  readonly buckets: Record<string, RenderedBucket>;
  readonly secrets: Record<string, RenderedSecret>;
  readonly tables: Record<string, RenderedTable>;
  /** The values of the outputs, by name. */
  readonly outputs: Record<string, string>;
}

/** Makes every construct of a plan below `scope`. */
export function renderArchitecture(scope: Construct, plan: GcpPlan, where: Where): RenderedArchitecture {
  const parts = new Parts(where);
  const foundation = renderFoundation(new Construct(scope, 'foundation'), plan.foundation, parts, where);
  const rendered: RenderedArchitecture = {
    foundation,
    functions: {},
    services: {},
    apis: {},
    queues: {},
    topics: {},
    buckets: {},
    secrets: {},
    tables: {},
    outputs: {},
  };
  const scopes = elementScopes(scope, plan.order);
  for (const id of plan.order) {
    const { kind, name } = splitElementId(id);
    const element = scopes.get(id)!;
    switch (kind) {
      case 'functions':
        rendered.functions[name] = renderFunction(element, plan.functions[name]!, parts, where);
        break;
      case 'services':
        rendered.services[name] = renderService(element, plan.services[name]!, parts, where);
        break;
      case 'apis':
        rendered.apis[name] = renderApi(element, plan.apis[name]!, parts);
        break;
      case 'queues':
        rendered.queues[name] = renderQueue(element, plan.queues[name]!, parts);
        break;
      case 'topics':
        rendered.topics[name] = renderTopic(element, plan.topics[name]!, parts);
        break;
      case 'buckets':
        rendered.buckets[name] = renderBucket(element, plan.buckets[name]!, parts, where);
        break;
      case 'secrets':
        rendered.secrets[name] = renderSecret(element, plan.secrets[name]!, parts);
        break;
      case 'tables':
        rendered.tables[name] = renderTable(element, plan.tables[name]!, parts, where);
        break;
    }
  }
  for (const [name, api] of Object.entries(plan.apis)) {
    if (api.kind === 'loadBalancer') renderRoutes(scopes.get(api.element)!, api, rendered.apis[name]!, parts, where);
  }
  for (const invoker of plan.invokers) renderInvoker(scopes.get(invoker.function)!, invoker, parts, where);
  if (plan.alarms) {
    const { channel, policies } = plan.alarms;
    renderChannel(scopes.get(channel.element)!, channel, parts);
    for (const alarm of policies) renderAlarm(scopes.get(alarm.element)!, alarm, parts);
  }
  for (const trigger of plan.triggers) renderTrigger(scopes.get(trigger.element)!, trigger, parts, where);
  Object.assign(rendered.outputs, parts.texts(plan.outputs));
  return rendered;
}

/** Makes an output of each value, under just its name. */
export function exportOutputs(scope: Construct, outputs: Readonly<Record<string, string>>): void {
  const group = new Construct(scope, 'outputs');
  for (const [name, value] of Object.entries(outputs)) {
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

/** Says in the stack's JSON which part of it is the architecture, so that it can be found and judged. */
export function stamp(scope: Construct, { name }: GcpPlan, withoutCode: readonly string[], where: Where): void {
  const stack = TerraformStack.of(scope);
  const stamps = (stampsOf.get(stack) ?? []).concat({
    version: 1,
    architecture: name,
    path: scope.node.path,
    withoutCode,
    outputs: exportedBy(scope),
    where,
  });
  stampsOf.set(stack, stamps);
  stack.addOverride('//.triptych', stamps);
}

// A stack keeps its overrides to itself, so what was stamped into it before is kept beside it.
const stampsOf = new WeakMap<TerraformStack, object[]>();

/** The names of the outputs that were made. */
const exportedBy = (scope: Construct): string[] =>
  (scope.node.tryFindChild('outputs')?.node.children ?? []).map(({ node }) => node.id).sort();
