import type { ResolvedArchitecture } from '../../model/architecture';
import { part, type PlanText } from '../part';
import { schemeOf } from './listener';

/** The URL of a service behind the load balancer. It has no path: callers add their own. */
export function serviceUrl(name: string, { services, foundation }: ResolvedArchitecture): PlanText {
  const host = services[name]?.host;
  const scheme = schemeOf(foundation);
  return host ? [`${scheme}://${host}`] : [`${scheme}://`, part('foundation', 'loadBalancer', 'dnsName')];
}
