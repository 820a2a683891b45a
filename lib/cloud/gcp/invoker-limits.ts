import type { ResolvedArchitecture } from '../../model/architecture';
import type { Finding } from '../../model/problem';
import { planInvokers } from './invoker';

/**
 * Warns of each function that everyone may invoke, which a new Google Cloud organization may not allow. Services need no
 * such permission: they disable the check of invokers instead, which Google recommends under that policy. Functions have
 * no such setting.
 * https://docs.cloud.google.com/run/docs/authenticating/public,
 * https://docs.cloud.google.com/resource-manager/docs/organization-policy/restricting-domains
 */
export const openFunctions = (architecture: ResolvedArchitecture): Finding[] =>
  planInvokers(architecture).map(({ function: id }) => ({
    severity: 'warning',
    path: id.split('.'),
    message:
      'can be invoked by `allUsers` on gcp; the deployment fails if the organization policy ' +
      '`iam.allowedPolicyMemberDomains` (domain-restricted sharing) applies to the project',
    hint: 'request an exception to the policy for the project, or use a service with `ingress: public`',
  }));
