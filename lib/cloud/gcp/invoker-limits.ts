import type { ResolvedArchitecture } from '../../model/architecture';
import type { Finding } from '../../model/problem';
import { othersToo } from '../others';
import { planInvokers } from './invoker';

/**
 * Warns of functions that everyone may invoke, which a new Google Cloud organization may not allow: once for all. Services
 * need no such permission: they disable the check of invokers instead, which Google recommends under that policy.
 * Functions have no such setting.
 * https://docs.cloud.google.com/run/docs/authenticating/public,
 * https://docs.cloud.google.com/resource-manager/docs/organization-policy/restricting-domains
 */
export function openFunctions(architecture: ResolvedArchitecture): Finding[] {
  const [first, ...others] = planInvokers(architecture);
  if (!first) return [];
  const { function: id, by } = first;
  return [
    {
      severity: 'warning',
      path: id.split('.'),
      message:
        `can be invoked by \`allUsers\` on gcp${by === 'anyone' ? '' : `, since ${by} has a route to it`}; the deployment ` +
        'fails if an organization policy restricts members to domains (`iam.allowedPolicyMemberDomains` or ' +
        `\`iam.managed.allowedPolicyMembers\`)${othersToo(others.map((other) => other.function))}`,
      hint: `request an exception to the policy for the project${by === 'anyone' ? ', or use a service with `ingress: public`' : ''}`,
    },
  ];
}
