import type { ResolvedSecret } from '../../model/secret';
import { elementId, type ElementId } from '../../model/name';
import type { Naming } from '../name';

/** STUB: a secret, with every decision made. */
export interface GcpSecretPlan {
  readonly element: ElementId;
  readonly needs: readonly string[];
}

export function planSecret(name: string, _spec: ResolvedSecret, _naming: Naming): GcpSecretPlan {
  return { element: elementId('secrets', name), needs: [] };
}
