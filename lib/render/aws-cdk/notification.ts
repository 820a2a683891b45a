import { Aspects, CfnResource } from 'aws-cdk-lib';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';

/**
 * Keeps a bucket's events going to EventBridge if an app adds notifications of its own. CDK makes a custom resource of
 * those, which replaces the bucket's whole configuration, and removes it with the app's last notification
 * (https://github.com/aws/aws-cdk/issues/18614). It keeps the rest of the configuration for buckets that it doesn't
 * manage, for which it has to read it.
 */
export function keepEventBridge(bucket: Bucket): void {
  Aspects.of(bucket).add({
    visit: (node) => {
      const notifications = node === bucket ? bucket.node.tryFindChild('Notifications') : undefined;
      if (!notifications) return;
      bucket.enableEventBridgeNotification();
      const [resource, policy] = ['Resource', 'HandlerPolicy'].map((id) => notifications.node.tryFindChild(id));
      if (!CfnResource.isCfnResource(resource) || !(policy instanceof Policy)) return;
      resource.addPropertyOverride('Managed', false);
      policy.addStatements(
        new PolicyStatement({ actions: ['s3:GetBucketNotification'], resources: [bucket.bucketArn] }),
      );
    },
  });
}
