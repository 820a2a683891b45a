import type { AwsFoundationPlan } from '../../cloud/aws/foundation';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** What stands for the ground in a Pulumi program. */
export interface RenderedFoundation {}

export function renderFoundation(
  _parent: Element,
  _plan: AwsFoundationPlan,
  _parts: Parts,
  _tags: Record<string, string> | undefined,
): RenderedFoundation {
  throw new Error('TODO');
}
