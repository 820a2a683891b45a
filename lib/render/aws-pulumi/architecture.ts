import { getRegionOutput } from '@pulumi/aws';
import { type ComponentResource, Config, type Input } from '@pulumi/pulumi';
import type { AwsPlan } from '../../cloud/aws/architecture';
import { splitElementId } from '../../model/name';
import { Element, elementsOf } from '../pulumi-element';
import { renderAlarm } from './alarm';
import { renderApi, renderRoutes, type RenderedApi } from './api';
import { renderFoundation, type RenderedFoundation } from './foundation';
import { renderFunction, type RenderedFunction } from './function';
import { renderInvoker } from './invoker';
import { Parts } from './parts';
import { renderService, type RenderedService } from './service';
import { renderQueue, type RenderedQueue } from './queue';
import { renderQueuePolicy } from './queue-policy';
import { renderTrigger } from './trigger';
import { renderTopic, type RenderedTopic } from './topic';
import { renderBucket, type RenderedBucket } from './bucket';
import { renderSecret, type RenderedSecret } from './secret';
import { renderTable, type RenderedTable } from './table';

/** What stands for an architecture in a Pulumi program, by the elements' names. */
export interface RenderedArchitecture {
  readonly foundation?: RenderedFoundation;
  readonly functions: Record<string, RenderedFunction>;
  readonly services: Record<string, RenderedService>;
  readonly apis: Record<string, RenderedApi>;
  readonly queues: Record<string, RenderedQueue>;
  readonly topics: Record<string, RenderedTopic>;
  readonly buckets: Record<string, RenderedBucket>;
  readonly secrets: Record<string, RenderedSecret>;
  readonly tables: Record<string, RenderedTable>;
  /** The values of the outputs, by name. */
  readonly outputs: Record<string, Input<string>>;
}

/** Registers every resource of a plan below `parent`, whose name is `prefix`. */
export function renderArchitecture(parent: ComponentResource, prefix: string, plan: AwsPlan): RenderedArchitecture {
  const parts = new Parts(region(parent));
  const tags = Object.keys(plan.tags).length > 0 ? { ...plan.tags } : undefined;
  const elements = elementsOf('aws', parent, prefix, plan.order);
  const foundation = plan.foundation && renderGround(parent, prefix, plan.foundation, parts, tags);
  const rendered: RenderedArchitecture = {
    ...(foundation && { foundation }),
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
  for (const id of plan.order) {
    const { kind, name } = splitElementId(id);
    const element = elements.get(id)!;
    switch (kind) {
      case 'functions':
        rendered.functions[name] = renderFunction(element, plan.functions[name]!, parts, tags);
        break;
      case 'services':
        rendered.services[name] = renderService(element, plan.services[name]!, foundation!, parts, tags);
        break;
      case 'apis':
        rendered.apis[name] = renderApi(element, plan.apis[name]!, parts, tags);
        break;
      case 'queues':
        rendered.queues[name] = renderQueue(element, plan.queues[name]!, parts, tags);
        break;
      case 'topics':
        rendered.topics[name] = renderTopic(element, plan.topics[name]!, parts, tags);
        break;
      case 'buckets':
        rendered.buckets[name] = renderBucket(element, plan.buckets[name]!, parts, tags);
        break;
      case 'secrets':
        rendered.secrets[name] = renderSecret(element, plan.secrets[name]!, parts, tags);
        break;
      case 'tables':
        rendered.tables[name] = renderTable(element, plan.tables[name]!, parts, tags);
        break;
    }
  }
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
  Object.assign(rendered.outputs, parts.texts(plan.outputs));
  return rendered;
}

function renderGround(
  parent: ComponentResource,
  prefix: string,
  plan: NonNullable<AwsPlan['foundation']>,
  parts: Parts,
  tags: Record<string, string> | undefined,
): RenderedFoundation {
  const element = new Element('aws', 'Foundation', `${prefix}-foundation`, { parent });
  const rendered = renderFoundation(element, plan, parts, tags);
  element.finish();
  return rendered;
}

/** Where the program goes: what its configuration says, else what its provider was told otherwise. */
function region(parent: ComponentResource): Input<string> {
  return new Config('aws').get('region') ?? getRegionOutput({}, { parent }).region;
}
