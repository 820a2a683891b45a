import type { Path, Resource } from '../resource';

/**
 * The services of Google's that a resource waits for, sorted. It has to wait for all of `others` too, and for nothing
 * else: whatever else it waits for, or doesn't, is not understood.
 */
export function readNeeds(
  resource: Resource,
  path: Path,
  services: ReadonlyMap<string, string>,
  others: readonly Resource[] = [],
): string[] | undefined {
  return resource.as(path, (value) => {
    const addresses: unknown[] = value === undefined ? [] : Array.isArray(value) ? value : [value];
    const wanted = new Set<unknown>(others.map(({ address }) => address));
    const rest = addresses.filter((address) => !wanted.has(address));
    const found = rest.map((address) => services.get(String(address)));
    const complete = addresses.length - rest.length === wanted.size && new Set(addresses).size === addresses.length;
    return complete && found.every((service) => service !== undefined) ? found.sort() : undefined;
  });
}
