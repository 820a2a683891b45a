import type { AwsSecretPlan } from '../../cloud/aws/secret';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';

/** What stands for a secret in a Pulumi program. */
export interface RenderedSecret {
  readonly stub: true;
}

export function renderSecret(
  _parent: Element,
  plan: AwsSecretPlan,
  _parts: Parts,
  _tags: Record<string, string> | undefined,
): RenderedSecret {
  throw new Error(`${plan.element}: not rendered yet`);
}
