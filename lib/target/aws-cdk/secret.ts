import type { Construct } from 'constructs';
import type { AwsSecretPlan } from '../../cloud/aws/secret';
import type { Parts } from './parts';

/** What stands for a secret in a CDK app. */
export interface RenderedSecret {
  readonly stub: true;
}

export function renderSecret(_scope: Construct, plan: AwsSecretPlan, _parts: Parts): RenderedSecret {
  throw new Error(`${plan.element}: not rendered yet`);
}
