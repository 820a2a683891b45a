import type { Construct } from 'constructs';
import type { AwsFoundationPlan } from '../../cloud/aws/foundation';
import type { Parts } from './parts';

/** What stands for the ground in a CDK app. */
export interface RenderedFoundation {}

export function renderFoundation(_scope: Construct, _plan: AwsFoundationPlan, _parts: Parts): RenderedFoundation {
  throw new Error('TODO');
}
