import type { ResolvedArchitecture } from '../../model/architecture';
import type { Finding } from '../../model/problem';

/** Warns of services that the load balancer serves without TLS, since a certificate requires a domain. */
export const clearTextWarnings = ({ services }: ResolvedArchitecture): Finding[] =>
  Object.entries(services)
    .filter(([, { ingress }]) => ingress === 'public')
    .map(([name]) => ({
      severity: 'warning',
      path: ['services', name, 'ingress'],
      message: 'is plain HTTP on port 80 of the load balancer on aws: requests and responses travel in clear text',
      hint: 'a TLS certificate requires a domain; send no personal data or credentials, or restrict foundation.ingress.allow',
    }));
