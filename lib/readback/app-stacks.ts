import type { Resource } from './resource';

/** The stacks of an app, one of which has the architecture. */
export interface AppStacks {
  /** The stack with the architecture. */
  readonly own: string;
  readonly others: readonly OtherStack[];
}

/** A stack of an app beside the one with the architecture. Its resources can refer to the architecture's. */
export interface OtherStack {
  readonly stack: string;
  readonly resources: readonly Resource[];
  /**
   * True if the stack has an architecture of the same name, such as that of another environment. A name in its resources
   * then means an element of that one.
   */
  readonly hasTwin: boolean;
}

/**
 * The type with which CDK counts how its constructs are used. `cdk` adds one to every stack by default.
 * @see https://docs.aws.amazon.com/cdk/v2/guide/usage-data.html
 */
export const usageType = 'AWS::CDK::Metadata';
