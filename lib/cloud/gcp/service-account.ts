import type { Owner } from '../part';
import { physicalName, type Naming } from '../name';
import { limits } from './name';
import { services } from './services';

/** Who an element is when it asks others for something. */
export interface GcpServiceAccountPlan {
  readonly id: string;
  readonly displayName: string;
  readonly needs: readonly string[];
}

export const planServiceAccount = (of: Owner, naming: Naming): GcpServiceAccountPlan => ({
  id: physicalName(naming, of, limits.serviceAccount),
  displayName: `${naming.architecture} ${of}`,
  needs: [services.iam],
});
