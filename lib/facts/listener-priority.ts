import { createHash } from 'node:crypto';
import type { ResolvedArchitecture } from '../model/architecture';
import type { ResolvedService } from '../model/service';

/**
 * The formula for priorities of listener rules as the documentation states it, stated a second time. 1 to 25000 are for
 * rules with a host, the other 25000 for rules without; each half has 32 bands of 500 for paths, those with most
 * letters first (a path without `*` counts one letter more), then the rest for `/*`. Within a band, the first four
 * bytes of SHA-256 of `<architecture>/<env?>/<service>` select the place of a rule. If it isn't free, the next free one is
 * used, in the order of the services' names. Finally, the numbers of a band are distributed, smallest first: each to
 * the service that had the smallest one of those whose pattern includes no other remaining pattern of the same host.
 */
export function expectPriorities({ name, services }: ResolvedArchitecture, env?: string): Record<string, number> {
  const before = [name, ...(env === undefined ? [] : [env])].join('/');
  const exposed = Object.keys(services)
    .filter((service) => services[service]!.ingress === 'public')
    .sort();
  const priorities = new Map<string, number>();
  for (const service of exposed) {
    const { priority } = services[service]!;
    if (priority !== undefined) priorities.set(service, priority);
  }
  for (const service of exposed.filter((one) => !priorities.has(one))) {
    const { begin, places } = band(services[service]!);
    const digest = createHash('sha256').update(`${before}/${service}`, 'utf8').digest('hex');
    let place = parseInt(digest.substring(0, 8), 16) % places;
    while ([...priorities.values()].includes(begin + place)) place = (place + 1) % places;
    priorities.set(service, begin + place);
  }
  const begins = new Set(exposed.map((service) => band(services[service]!).begin));
  for (const begin of begins) {
    const remaining = exposed
      .filter((service) => services[service]!.priority === undefined && band(services[service]!).begin === begin)
      .sort((a, b) => priorities.get(a)! - priorities.get(b)!);
    for (const number of remaining.map((service) => priorities.get(service)!)) {
      const next = remaining.find((one) => remaining.every((other) => !includes(services[one]!, services[other]!)))!;
      priorities.set(next, number);
      remaining.splice(remaining.indexOf(next), 1);
    }
  }
  return Object.fromEntries(priorities);
}

type Pattern = Pick<ResolvedService, 'host' | 'path'>;

/** True if one rule's requests are some of another one's, and not all of them. */
const includes = (one: Pattern, other: Pattern): boolean =>
  String(one.host).toLowerCase() === String(other.host).toLowerCase() &&
  accepts(one.path, other.path) &&
  !accepts(other.path, one.path);

/** Matches a pattern as if it were a path in which each wildcard is a character of its own. */
function accepts(pattern: string, path: string): boolean {
  const expression = [...pattern].map((letter) =>
    letter === '*' ? '.*' : letter === '?' ? '[^*]' : letter.replace(/[^\w]/, '\\$&'),
  );
  return new RegExp(`^${expression.join('')}$`, 's').test(path);
}

function band({ host, path }: ResolvedService): { begin: number; places: number } {
  const begin = host === undefined ? 25_001 : 1;
  if (path === '/*') return { begin: begin + 16_000, places: 9_000 };
  const letters = [...path].filter((letter) => letter !== '*' && letter !== '?').length;
  const specific = Math.min(32, path.includes('*') ? letters : letters + 1);
  return { begin: begin + (32 - specific) * 500, places: 500 };
}
