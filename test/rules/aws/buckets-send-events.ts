import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'S3 sends events to EventBridge only where its bucket says so.',
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-event-notifications-eventbridge.html'],
  of: ['AWS::Events::Rule'],
  with: ['aws:s3/bucketNotification:BucketNotification'],
  where: (rule) => rule.text('EventPattern').includes('aws.s3'),
  *check(rule, view) {
    for (const bucket of view.named(rule, 'EventPattern', 'AWS::S3::Bucket')) {
      const own = bucket.get('NotificationConfiguration.EventBridgeConfiguration') !== undefined;
      const beside = view
        .pointingAt(bucket, 'aws:s3/bucketNotification:BucketNotification', 'bucket')
        .some((one) => one.get('eventbridge') === true);
      if (!own && !beside) yield `waits for ${bucket.id}, which sends none`;
    }
  },
  counterCase: (view) => {
    view.remove(...view.of('aws:s3/bucketNotification:BucketNotification'));
    for (const bucket of view.of('AWS::S3::Bucket')) bucket.set('NotificationConfiguration', undefined);
  },
};
