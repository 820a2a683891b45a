import { ArnFormat, Aspects, Aws } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { TopicPolicy, type Topic } from 'aws-cdk-lib/aws-sns';
import type { AwsPlan } from '../../cloud/aws/architecture';
import { splitElementId } from '../../model/name';

/**
 * Lets the account's alarms publish to a topic if an app gives it a policy. SNS's default policy allows them to, and an
 * app's policy replaces it: https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger
 */
export function keepAlarms(topic: Topic): void {
  Aspects.of(topic).add({
    visit: (node) => {
      const policy = node === topic ? topic.node.tryFindChild('Policy') : undefined;
      if (policy instanceof TopicPolicy) policy.document.addStatements(fromAlarms(topic));
    },
  });
}

const fromAlarms = (topic: Topic): PolicyStatement =>
  new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
    actions: ['sns:Publish'],
    resources: [topic.topicArn],
    conditions: {
      ArnLike: { 'aws:SourceArn': alarmsIn(topic) },
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
    },
  });

const alarmsIn = ({ stack }: Topic): string =>
  stack.formatArn({
    service: 'cloudwatch',
    resource: 'alarm',
    resourceName: '*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** The topics that alarms notify. */
export const notifiedBy = ({ alarms }: AwsPlan): ReadonlySet<string> =>
  new Set(alarms.flatMap(({ notify: { of } }) => (of === 'foundation' ? [] : [splitElementId(of).name])));
