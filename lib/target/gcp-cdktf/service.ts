import type { Construct } from 'constructs';
import type { GcpServicePlan } from '../../cloud/gcp/service';
import type { Parts } from './parts';
import type { Where } from './where';

/** What stands for a service in a CDKTF app. */
export interface RenderedService {}

export function renderService(_scope: Construct, _plan: GcpServicePlan, _parts: Parts, _where: Where): RenderedService {
  throw new Error('TODO');
}
