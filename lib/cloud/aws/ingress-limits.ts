import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId } from '../../model/name';
import type { Finding } from '../../model/problem';
import { othersToo } from '../others';

/** Warns of services that the load balancer serves without TLS, since a certificate requires a domain: once for all. */
export function clearTextWarnings({ services }: ResolvedArchitecture): Finding[] {
  const [first, ...others] = Object.keys(services).filter((name) => services[name]!.ingress === 'public');
  if (first === undefined) return [];
  return [
    {
      severity: 'warning',
      path: ['services', first, 'ingress'],
      message:
        'is plain HTTP on port 80 of the load balancer on aws: requests and responses travel in clear text' +
        othersToo(others.map((name) => elementId('services', name))),
      hint: 'a TLS certificate requires a domain; send no personal data or credentials',
    },
  ];
}
