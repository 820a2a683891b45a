import type { Construct } from 'constructs';
import type { GcpSecretPlan } from '../../cloud/gcp/secret';
import type { Parts } from './parts';
import type { Where } from './where';

/** What stands for a secret in a CDKTF app. */
export interface RenderedSecret {
  readonly stub: true;
}

export function renderSecret(_scope: Construct, plan: GcpSecretPlan, _parts: Parts, _where: Where): RenderedSecret {
  throw new Error(`${plan.element}: not rendered yet`);
}
