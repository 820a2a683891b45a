import type { ComponentResource, Input } from '@pulumi/pulumi';
import type { AwsPlan, AwsPlans } from '../../cloud/aws/architecture';
import { renderElements, type RenderedBy, type RenderedElements, type Renderers } from '../elements';
import { Element, elementsOf } from '../pulumi-element';
import { renderAlarm } from './alarm';
import { renderApi, renderRoutes } from './api';
import { renderFoundation, type RenderedFoundation } from './foundation';
import { renderFunction } from './function';
import { renderInvoker } from './invoker';
import { Parts } from './parts';
import { renderService } from './service';
import { renderQueue } from './queue';
import { renderQueuePolicy } from './queue-policy';
import { renderTrigger } from './trigger';
import { renderTopic } from './topic';
import { renderBucket } from './bucket';
import { renderSecret } from './secret';
import { renderTable } from './table';
import type { Where } from './where';

type Tags = Record<string, string> | undefined;

type Context = [parts: Parts, tags: Tags, foundation: RenderedFoundation | undefined];

/** Renders an element of each kind. */
const renderers = {
  functions: renderFunction,
  services: (parent, plan, parts, tags, foundation) => renderService(parent, plan, foundation!, parts, tags),
  apis: renderApi,
  queues: renderQueue,
  topics: renderTopic,
  buckets: renderBucket,
  tables: renderTable,
  secrets: renderSecret,
} satisfies Renderers<Element, AwsPlans, Context>;

/** The Pulumi resources created for one element, by kind. */
export type Rendered = RenderedBy<typeof renderers>;

/** The Pulumi resources created for an architecture, by the elements' names. */
export interface RenderedArchitecture extends RenderedElements<Rendered> {
  readonly foundation?: RenderedFoundation;
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
  plan: AwsPlan,
  where: Where,
  held: Readonly<Record<string, unknown>> = {},
): RenderedArchitecture {
  const parts = new Parts(where, held, plan.roles);
  parts.provideExisting(plan.existing);
  const tags: Tags = Object.keys(plan.tags).length > 0 ? { ...plan.tags } : undefined;
  const elements = elementsOf('aws', parent, prefix, plan.order);
  const foundation = plan.foundation && renderFoundationElement(parent, prefix, plan.foundation, parts, tags);
  const rendered = renderElements<Element, AwsPlans, Context, Rendered>(renderers, {
    order: plan.order,
    plans: plan,
    scopeOf: (id) => elements.get(id)!,
    context: [parts, tags, foundation],
  });
  for (const [name, api] of Object.entries(plan.apis)) {
    renderRoutes(elements.get(api.element)!, api, rendered.apis[name]!, parts);
  }
  for (const invoker of plan.invokers) {
    renderInvoker(elements.get(invoker.function)!, invoker, parts);
  }
  for (const alarm of plan.alarms) renderAlarm(elements.get(alarm.element)!, alarm, parts, tags);
  for (const trigger of plan.triggers) renderTrigger(elements.get(trigger.element)!, trigger, parts, tags);
  for (const policy of plan.queuePolicies) renderQueuePolicy(elements.get(policy.element)!, policy, parts);
  for (const element of elements.values()) element.finish();
  return { ...(foundation && { foundation }), ...rendered, outputs: parts.texts(plan.outputs) };
}

function renderFoundationElement(
  parent: ComponentResource,
  prefix: string,
  plan: NonNullable<AwsPlan['foundation']>,
  parts: Parts,
  tags: Tags,
): RenderedFoundation {
  const element = new Element('aws', 'Foundation', `${prefix}-foundation`, { parent });
  const rendered = renderFoundation(element, plan, parts, tags);
  element.finish();
  return rendered;
}
