import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { AwsTopicPlan } from '../../cloud/aws/topic';
import type { Parts } from './parts';

/** CDK constructs created for a topic. */
export interface RenderedTopic {
  readonly topic: Topic;
}

export function renderTopic(scope: Construct, plan: AwsTopicPlan, parts: Parts): RenderedTopic {
  const topic = new Topic(scope, 'Topic');
  parts.provide(plan.element, 'topic', { arn: topic.topicArn, name: topic.topicName });
  return { topic };
}
