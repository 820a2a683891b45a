import type { ResolvedArchitecture } from '../../model/architecture';
import { isExisting } from '../../model/existing';
import type { Finding } from '../../model/problem';

/**
 * Warns of triggers that wait for a setting of a bucket's owner: S3 sends no events to EventBridge before it is turned on.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-event-notifications-eventbridge.html
 */
export const existingWarnings = ({ functions, buckets }: ResolvedArchitecture): Finding[] =>
  Object.entries(functions).flatMap(([name, { triggers }]) =>
    triggers.flatMap((trigger, index): Finding[] => {
      const bucket = 'bucket' in trigger ? buckets[trigger.bucket] : undefined;
      if (!bucket || !isExisting(bucket)) return [];
      return [
        {
          severity: 'warning',
          path: ['functions', name, 'triggers', index, 'bucket'],
          message: 'gets no events on aws until the owner of the bucket turns on EventBridge in its notifications',
          hint: 'aws s3api put-bucket-notification-configuration replaces all notifications: add EventBridgeConfiguration to them',
        },
      ];
    }),
  );
