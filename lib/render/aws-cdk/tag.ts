import { CfnResource, Lazy, TagManager, TagType } from 'aws-cdk-lib';
import { CfnScalableTarget } from 'aws-cdk-lib/aws-applicationautoscaling';
import { CfnListener, CfnListenerRule } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { IConstruct } from 'constructs';

/** Types that have tags in CloudFormation, and none in older versions of aws-cdk-lib. */
const types: ReadonlySet<string> = new Set([
  CfnListener.CFN_RESOURCE_TYPE_NAME,
  CfnListenerRule.CFN_RESOURCE_TYPE_NAME,
  CfnScalableTarget.CFN_RESOURCE_TYPE_NAME,
]);

/** Lets every resource below `scope` that can have tags receive those of the architecture and of the app. */
export function takeTags(scope: IConstruct): void {
  for (const child of scope.node.findAll()) {
    if (!CfnResource.isCfnResource(child) || !types.has(child.cfnResourceType)) continue;
    if (TagManager.isTaggable(child) || TagManager.isTaggableV2(child)) continue;
    const manager = new TagManager(TagType.STANDARD, child.cfnResourceType);
    Object.defineProperty(child, 'cdkTagManager', { value: manager });
    child.addPropertyOverride('Tags', Lazy.any({ produce: () => tagsOf(manager) }));
  }
}

/** The tags in CloudFormation's spelling; undefined without tags. */
function tagsOf(manager: TagManager): object[] | undefined {
  const tags = manager.renderTags() as readonly { readonly key: string; readonly value: string }[] | undefined;
  return tags?.map(({ key, value }) => ({ Key: key, Value: value }));
}
