import type { AwsServicePlan } from '../../cloud/aws/service';
import type { RenderedFoundation } from './foundation';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** What stands for a service in a Pulumi program. */
export interface RenderedService {}

export function renderService(
  _parent: Element,
  _plan: AwsServicePlan,
  _foundation: RenderedFoundation,
  _parts: Parts,
  _tags: Record<string, string> | undefined,
): RenderedService {
  throw new Error('TODO');
}
