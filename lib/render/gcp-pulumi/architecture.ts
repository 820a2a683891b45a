import { Config, RunError, type ComponentResource, type Input } from '@pulumi/pulumi';
import type { GcpPlan } from '../../cloud/gcp/architecture';
import { splitElementId } from '../../model/name';
import { Element, elementsOf } from '../pulumi-element';
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

/** What stands for an architecture in a Pulumi program, by the elements' names. */
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
  readonly outputs: Record<string, Input<string>>;
}

/** Registers every resource of a plan below `parent`, whose name is `prefix`. */
export function renderArchitecture(parent: ComponentResource, prefix: string, plan: GcpPlan): RenderedArchitecture {
  const where = whereTo();
  const parts = new Parts(where);
  const ground = new Element('gcp', 'Foundation', `${prefix}-foundation`, { parent });
  const foundation = renderFoundation(ground, plan.foundation, parts, where);
  ground.finish();
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
  const elements = elementsOf('gcp', parent, prefix, plan.order);
  for (const id of plan.order) {
    const { kind, name } = splitElementId(id);
    const element = elements.get(id)!;
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
    if (api.kind === 'loadBalancer') {
      renderRoutes(elements.get(api.element)!, api, rendered.apis[name]!, parts, where);
    }
  }
  for (const invoker of plan.invokers) renderInvoker(elements.get(invoker.function)!, invoker, parts, where);
  if (plan.alarms) {
    const { channel, policies } = plan.alarms;
    renderChannel(elements.get(channel.element)!, channel, parts);
    for (const alarm of policies) renderAlarm(elements.get(alarm.element)!, alarm, parts);
  }
  for (const trigger of plan.triggers) renderTrigger(elements.get(trigger.element)!, trigger, parts, where);
  for (const element of elements.values()) element.finish();
  Object.assign(rendered.outputs, parts.texts(plan.outputs));
  return rendered;
}

/**
 * The project and region of the program's configuration.
 * @throws RunError if one of them isn't set
 */
function whereTo(): Where {
  const configuration = new Config('gcp');
  const value = (key: string): string => {
    const found = configuration.get(key);
    // `require` would say so too, but with a stack trace.
    if (!found) throw new RunError(`gcp:${key}: is not set (pulumi config set gcp:${key} …)`);
    return found;
  };
  return { project: value('project'), region: value('region') };
}
