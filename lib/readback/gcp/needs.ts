import type { Artefact } from '../artefact';
import { holdsAll, type Path, type Resource } from '../resource';
import type { Dialect } from './dialect';
import { servicesIn } from './reference';

/**
 * Reads the Google services that a resource waits for, sorted. It has to wait for all of `others` too, and for nothing
 * else.
 */
export function readNeeds(
  resource: Resource,
  dialect: Dialect,
  artefact: Artefact,
  others: readonly Resource[] = [],
): string[] | undefined {
  const services = servicesIn(dialect, artefact);
  return resource.as(dialect.waits, (value) => {
    const addresses: unknown[] = value === undefined ? [] : Array.isArray(value) ? value : [value];
    const wanted = new Set<unknown>(others.map(({ address }) => address));
    const rest = addresses.filter((address) => !wanted.has(address));
    const found = rest.map((address) => (typeof address === 'string' ? services.get(address) : undefined));
    const complete = addresses.length - rest.length === wanted.size && new Set(addresses).size === addresses.length;
    return complete && found.every((service) => service !== undefined) ? found.sort() : undefined;
  });
}

/** Requires that a resource waits for one Google service, for these other resources, and for nothing else. */
export const waitsFor = (
  resource: Resource,
  service: string,
  dialect: Dialect,
  artefact: Artefact,
  others: readonly Resource[] = [],
): boolean => readNeeds(resource, dialect, artefact, others)?.join() === nameOf(service);

/** Requires that the list of resources at a path is just the ones that enable these Google services, in any order. */
export function requireServices(
  resource: Resource | undefined,
  path: Path,
  names: readonly string[],
  dialect: Dialect,
  artefact: Artefact,
): void {
  const wanted = names.map(nameOf);
  const enabled = [...servicesIn(dialect, artefact)].filter(([, service]) => wanted.includes(service));
  const right = enabled.map(([address]) => address);
  const found = resource?.at(path);
  const isRight = holdsAll(found, right);
  resource?.fixed(path, isRight ? found : right);
}

const nameOf = (service: string): string => `${service}.googleapis.com`;
