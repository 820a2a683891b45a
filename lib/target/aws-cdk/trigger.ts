import type { Construct } from 'constructs';
import type { AwsTriggerPlan } from '../../cloud/aws/trigger';

import type { Parts } from './parts';

/** STUB: lets something invoke the element in `scope`. */
export function renderTrigger(_scope: Construct, plan: AwsTriggerPlan, _parts: Parts): void {
  throw new Error(`${plan.element}: triggers are not rendered yet`);
}
