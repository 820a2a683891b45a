import type { ComponentResource, Input } from '@pulumi/pulumi';
import type { GcpPlan, GcpPlans } from '../../cloud/gcp/architecture';
import { renderElements, type RenderedBy, type RenderedElements, type Renderers } from '../elements';
import { Element, elementsOf } from '../pulumi-element';
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
} satisfies Renderers<Element, GcpPlans, Context>;

/** The Pulumi resources created for one element, by kind. */
export type Rendered = RenderedBy<typeof renderers>;

/** The Pulumi resources created for an architecture, by the elements' names. */
export interface RenderedArchitecture extends RenderedElements<Rendered> {
  readonly foundation: RenderedFoundation;
  /** The values of the outputs, by name. */
  readonly outputs: Record<string, Input<string>>;
}

/**
 * Registers every resource of a plan below `parent`, whose name is `prefix`. `held` are the values that only Pulumi has,
 * by parameter.
 */
export function renderArchitecture(
  parent: ComponentResource,
  prefix: string,
  plan: GcpPlan,
  where: Where,
  held: Readonly<Record<string, unknown>> = {},
): RenderedArchitecture {
  const parts = new Parts(where, held);
  parts.provideExisting(plan.existing);
  const element = new Element('gcp', 'Foundation', `${prefix}-foundation`, { parent });
  const foundation = renderFoundation(element, plan.foundation, parts, where);
  element.finish();
  const elements = elementsOf('gcp', parent, prefix, plan.order);
  const rendered = renderElements<Element, GcpPlans, Context, Rendered>(renderers, {
    order: plan.order,
    plans: plan,
    scopeOf: (id) => elements.get(id)!,
    context: [parts, where],
  });
  for (const [name, api] of Object.entries(plan.apis)) {
    if (api.kind === 'loadBalancer') {
      renderRoutes(elements.get(api.element)!, api, rendered.apis[name]!, parts, where);
    }
  }
  for (const invoker of plan.invokers) renderInvoker(elements.get(invoker.function)!, invoker, parts, where);
  for (const trigger of plan.triggers) renderTrigger(elements.get(trigger.element)!, trigger, parts, where);
  // Alarms watch the subscriptions of triggers.
  if (plan.alarms) {
    const { channel, policies } = plan.alarms;
    renderChannel(elements.get(channel.element)!, channel, parts);
    for (const alarm of policies) renderAlarm(elements.get(alarm.element)!, alarm, parts);
  }
  for (const element of elements.values()) element.finish();
  return { foundation, ...rendered, outputs: parts.texts(plan.outputs) };
}
