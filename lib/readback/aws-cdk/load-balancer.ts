import type { ResolvedLoadBalancer } from '../../model/load-balancer';
import { isObject, type Resource } from '../resource';

const keys = {
  deletionProtection: 'deletion_protection.enabled',
  dropInvalidHeaders: 'routing.http.drop_invalid_header_fields.enabled',
  isLogged: 'access_logs.s3.enabled',
  bucket: 'access_logs.s3.bucket',
  prefix: 'access_logs.s3.prefix',
};

/**
 * Reads the attributes of the load balancer. Without one, AWS's default applies, which is `false`; but an update that
 * leaves out protection against deletion doesn't turn it off, so that one has to be written.
 */
export function readAttributes(loadBalancer: Resource): ResolvedLoadBalancer | undefined {
  return loadBalancer.as(['Properties', 'LoadBalancerAttributes'], (list) => {
    const given = attributesIn(list);
    if (!given) return undefined;
    const deletionProtection = switchOf(given.get(keys.deletionProtection));
    const [dropInvalidHeaders, isLogged] = [keys.dropInvalidHeaders, keys.isLogged].map((key) =>
      switchOf(given.get(key) ?? 'false'),
    );
    const [bucket, prefix] = [given.get(keys.bucket), given.get(keys.prefix)];
    if (deletionProtection === undefined || dropInvalidHeaders === undefined || isLogged === undefined)
      return undefined;
    if (isLogged !== (bucket !== undefined) || (prefix !== undefined && !isLogged)) return undefined;
    return {
      deletionProtection,
      dropInvalidHeaders,
      ...(bucket !== undefined && { accessLogs: { aws: { bucket, ...(prefix !== undefined && { prefix }) } } }),
    };
  });
}

/** The attributes by key; undefined if one isn't a text, is there twice, or isn't known. */
function attributesIn(list: unknown): ReadonlyMap<string, string> | undefined {
  if (!Array.isArray(list)) return undefined;
  const known: readonly string[] = Object.values(keys);
  const given = new Map<string, string>();
  for (const one of list) {
    const { Key: key, Value: value, ...others } = isObject(one) ? one : {};
    const isRead = typeof key === 'string' && typeof value === 'string' && known.includes(key) && !given.has(key);
    if (!isRead || Object.keys(others).length > 0) return undefined;
    given.set(key, value);
  }
  return given;
}

const switchOf = (value: string | undefined): boolean | undefined =>
  value === 'false' ? false : value === 'true' ? true : undefined;
