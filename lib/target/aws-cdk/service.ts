import type { Construct } from 'constructs';
import type { AwsServicePlan } from '../../cloud/aws/service';
import type { RenderedFoundation } from './foundation';
import type { Parts } from './parts';

/** What stands for a service in a CDK app. */
export interface RenderedService {}

export function renderService(
  _scope: Construct,
  _plan: AwsServicePlan,
  _foundation: RenderedFoundation,
  _parts: Parts,
): RenderedService {
  throw new Error('TODO');
}
