import { elementId, type ElementId } from '../../model/name';
import type { ResolvedSecret } from '../../model/secret';
import { placeholder } from '../../model/secret-placeholder';

/** A secret of AWS Secrets Manager, with every decision made. */
export interface AwsSecretPlan extends Pick<ResolvedSecret, 'retain'> {
  readonly element: ElementId;
  /** The initial value, which is a placeholder. Only the first deployment stores it. */
  readonly placeholder: string;
}

export const planSecret = (name: string, { retain }: ResolvedSecret): AwsSecretPlan => ({
  element: elementId('secrets', name),
  placeholder,
  retain,
});
