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
  planInvokers(architecture).map(({ function: id, by }) => ({
    severity: 'warning',
    path: id.split('.'),
    message:
      `can be invoked by \`allUsers\` on gcp${by === 'anyone' ? '' : `, since ${by} has a route to it`}; the deployment ` +
      'fails if an organization policy restricts members to domains (`iam.allowedPolicyMemberDomains` or ' +
      '`iam.managed.allowedPolicyMembers`)',
    hint: `request an exception to the policy for the project${by === 'anyone' ? ', or use a service with `ingress: public`' : ''}`,
  }));
