import type { GcpServicePlan } from '../../cloud/gcp/service';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** What stands for a service in a Pulumi program. */
export interface RenderedService {}

export function renderService(_parent: Element, _plan: GcpServicePlan, _parts: Parts, _where: Where): RenderedService {
  throw new Error('TODO');
}
