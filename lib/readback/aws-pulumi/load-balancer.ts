import type { ResolvedLoadBalancer } from '../../model/load-balancer';
import { isObject, type Resource } from '../resource';

/** Reads the settings of the load balancer. */
export function readAttributes(loadBalancer: Resource): ResolvedLoadBalancer | undefined {
  const [deletionProtection, dropInvalidHeaders] = ['enableDeletionProtection', 'dropInvalidHeaderFields'].map(
    (input) => loadBalancer.one(['inputs', input], [true, true], [false, false]),
  );
  const accessLogs = loadBalancer.as(['inputs', 'accessLogs'], (logs) => (logs === undefined ? null : readLogs(logs)));
  if (deletionProtection === undefined || dropInvalidHeaders === undefined || accessLogs === undefined)
    return undefined;
  return { deletionProtection, dropInvalidHeaders, ...(accessLogs && { accessLogs: { aws: accessLogs } }) };
}

function readLogs(logs: unknown): { bucket: string; prefix?: string } | undefined {
  const { enabled, bucket, prefix, ...others } = isObject(logs) ? logs : {};
  if (enabled !== true || typeof bucket !== 'string' || Object.keys(others).length > 0) return undefined;
  if (prefix !== undefined && typeof prefix !== 'string') return undefined;
  return { bucket, ...(prefix !== undefined && { prefix }) };
}
