import type { ResolvedSecret } from '../../model/secret';
import { elementId, type ElementId } from '../../model/name';
import type { Naming } from '../name';

/** STUB: a secret, with every decision made. */
export interface AwsSecretPlan {
  readonly element: ElementId;
}

export function planSecret(name: string, _spec: ResolvedSecret, _naming: Naming): AwsSecretPlan {
  return { element: elementId('secrets', name) };
}
