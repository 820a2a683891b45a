import type { AwsTriggerPlan } from '../../cloud/aws/trigger';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** STUB: lets something invoke the element in `parent`. */
export function renderTrigger(
  _parent: Element,
  plan: AwsTriggerPlan,
  _parts: Parts,
  _tags: Record<string, string> | undefined,
): void {
  throw new Error(`${plan.element}: triggers are not rendered yet`);
}
