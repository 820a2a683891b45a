import { elementId, type ElementId } from '../../model/name';
import type { ResolvedSecret } from '../../model/secret';
import { placeholder } from '../../model/secret-placeholder';
import { physicalName, type Naming } from '../name';
import type { PlanText } from '../part';
import { storedIn } from './location';
import { limits } from './name';
import { services } from './services';
import { planLabels } from './tag';

/** A secret of Google's Secret Manager, with every decision made. */
export interface GcpSecretPlan {
  readonly element: ElementId;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** The regions that store its versions. They never change. */
  readonly storedIn: readonly PlanText[];
  /** The initial value, which is a placeholder. Only the first deployment stores it. */
  readonly placeholder: string;
  /** Keeps the secret and its versions when the stack goes, and refuses its deletion until that is switched off. */
  readonly retain: boolean;
  /** The Google APIs that it needs. */
  readonly needs: readonly string[];
}

export function planSecret(
  name: string,
  { retain }: ResolvedSecret,
  tags: Readonly<Record<string, string>>,
  naming: Naming,
): GcpSecretPlan {
  const element = elementId('secrets', name);
  return {
    element,
    name: physicalName(naming, element, limits.secret),
    labels: planLabels(tags),
    storedIn,
    placeholder,
    retain,
    needs: [services.secrets],
  };
}
