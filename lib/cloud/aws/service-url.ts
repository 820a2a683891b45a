import type { ResolvedService } from '../../model/service';
import { part, type PlanText } from '../part';

/** The URL of a service behind the load balancer. It has no path: callers add their own. */
export function serviceUrl({ host }: Pick<ResolvedService, 'host'>): PlanText {
  return host ? [`http://${host}`] : ['http://', part('foundation', 'loadBalancer', 'dnsName')];
}
