import type { AwsTopicPlan } from '../../cloud/aws/topic';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** What stands for a topic in a Pulumi program. */
export interface RenderedTopic {
  readonly stub: true;
}

export function renderTopic(
  _parent: Element,
  plan: AwsTopicPlan,
  _parts: Parts,
  _tags: Record<string, string> | undefined,
): RenderedTopic {
  throw new Error(`${plan.element}: not rendered yet`);
}
