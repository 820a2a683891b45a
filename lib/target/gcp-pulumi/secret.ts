import type { GcpSecretPlan } from '../../cloud/gcp/secret';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** What stands for a secret in a Pulumi program. */
export interface RenderedSecret {
  readonly stub: true;
}

export function renderSecret(_parent: Element, plan: GcpSecretPlan, _parts: Parts, _where: Where): RenderedSecret {
  throw new Error(`${plan.element}: not rendered yet`);
}
