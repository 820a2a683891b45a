import type { Construct } from 'constructs';
import type { GcpTriggerPlan } from '../../cloud/gcp/trigger';

import type { Parts } from './parts';
import type { Where } from './where';

/** STUB: lets something invoke the element in `scope`. */
export function renderTrigger(_scope: Construct, plan: GcpTriggerPlan, _parts: Parts, _where: Where): void {
  throw new Error(`${plan.element}: triggers are not rendered yet`);
}
