import type { GcpTriggerPlan } from '../../cloud/gcp/trigger';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** STUB: lets something invoke the element in `parent`. */
export function renderTrigger(_parent: Element, plan: GcpTriggerPlan, _parts: Parts, _where: Where): void {
  throw new Error(`${plan.element}: triggers are not rendered yet`);
}
