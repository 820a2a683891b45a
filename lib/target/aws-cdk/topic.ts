import type { Construct } from 'constructs';
import type { AwsTopicPlan } from '../../cloud/aws/topic';
import type { Parts } from './parts';

/** What stands for a topic in a CDK app. */
export interface RenderedTopic {
  readonly stub: true;
}

export function renderTopic(_scope: Construct, plan: AwsTopicPlan, _parts: Parts): RenderedTopic {
  throw new Error(`${plan.element}: not rendered yet`);
}
