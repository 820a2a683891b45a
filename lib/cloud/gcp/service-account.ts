import type { Owner } from '../part';
import { physicalName, stackName, type Naming } from '../name';
import { limits } from './name';
import { services } from './services';

/** An element's service account. */
export interface GcpServiceAccountPlan {
  readonly id: string;
  readonly displayName: string;
  readonly needs: readonly string[];
}

/** `role` is the purpose of an account that isn't the element's own. */
export const planServiceAccount = (of: Owner, naming: Naming, role?: string): GcpServiceAccountPlan => ({
  id: physicalName(naming, of, limits.serviceAccount, role),
  displayName: [stackName(naming), of, ...(role === undefined ? [] : [role])].join(' '),
  needs: [services.iam],
});
