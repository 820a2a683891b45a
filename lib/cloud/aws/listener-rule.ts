import { createHash } from 'node:crypto';
import type { ResolvedArchitecture } from '../../model/architecture';
import type { ResolvedService } from '../../model/service';
import { covers } from './pattern';

/** Half of the priorities that a listener has: rules with a host take the first half. */
const half = 25_000;

/** The number of places for rules of one specificity, and the number of specificities with places of their own. */
const bandWidth = 500;
const bands = 32;

/** The path that takes all requests: its rules come last in their half. */
const everyPath = '/*';

/**
 * The priorities of an architecture's rules on the listener. Each is an identity: rules with a host come before those
 * without, more specific paths before less specific ones, `/*` last. Within such a band, the priority is a hash of
 * architecture, environment and element, so that independent tenants rarely collide. Collisions within one architecture
 * are resolved, and a rule comes before every rule that matches all of its requests.
 */
export function listenerPriorities(
  { name: architecture, services }: ResolvedArchitecture,
  env?: string,
): Record<string, number> {
  const owner = env === undefined ? architecture : `${architecture}/${env}`;
  const exposed = Object.entries(services)
    .filter(([, { ingress }]) => ingress === 'public')
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const taken = new Set(exposed.flatMap(([, { priority }]) => (priority === undefined ? [] : [priority])));
  const placed = exposed.map(([name, service]): Rule => ({
    name,
    service,
    priority: service.priority ?? freePlace(bandOf(service), `${owner}/${name}`, taken),
  }));
  const given = placed.filter(({ service }) => service.priority !== undefined);
  const computed = placed.filter(({ service }) => service.priority === undefined);
  return Object.fromEntries(
    [...given, ...groupsOf(computed).flatMap(inOrder)].map(({ name, priority }) => [name, priority]),
  );
}

interface Rule {
  readonly name: string;
  readonly service: ResolvedService;
  readonly priority: number;
}

/** Rules of one band, by the smallest number of the band. */
function groupsOf(rules: readonly Rule[]): Rule[][] {
  const groups = new Map<number, Rule[]>();
  for (const rule of rules) {
    const { first } = bandOf(rule.service);
    groups.set(first, [...(groups.get(first) ?? []), rule]);
  }
  return [...groups.values()];
}

/**
 * Gives the numbers of a band to its rules so that a rule comes before those that match all of its requests. Bands don't
 * say so where paths have more letters than there are bands, or differ only in `?`. Numbers that are right already stay.
 */
function inOrder(rules: readonly Rule[]): Rule[] {
  const left = [...rules].sort((a, b) => a.priority - b.priority);
  const numbers = left.map(({ priority }) => priority);
  return numbers.map((priority) => {
    // Rules that match the same requests wait for each other: the first of them comes first.
    const free = left.findIndex((rule) => !left.some((other) => other !== rule && isWider(rule, other)));
    const [next] = left.splice(Math.max(free, 0), 1);
    return { ...next!, priority };
  });
}

/** True if a rule matches all requests of another one of its band, and more. */
function isWider({ service: wide }: Rule, { service: narrow }: Rule): boolean {
  if (wide.host?.toLowerCase() !== narrow.host?.toLowerCase()) return false;
  return covers(wide.path, narrow.path) && !covers(narrow.path, wide.path);
}

interface Band {
  readonly first: number;
  readonly width: number;
}

function bandOf({ host, path }: Pick<ResolvedService, 'host' | 'path'>): Band {
  const start = (host === undefined ? half : 0) + 1;
  if (path === everyPath) return { first: start + bands * bandWidth, width: half - bands * bandWidth };
  return { first: start + (bands - Math.min(specificity(path), bands)) * bandWidth, width: bandWidth };
}

/**
 * A pattern that takes a part of another one's requests is never less specific: it has at least the same number of
 * letters, or no star.
 */
const specificity = (path: string): number => path.replace(/[*?]/g, '').length + (path.includes('*') ? 0 : 1);

function freePlace({ first, width }: Band, identity: string, taken: Set<number>): number {
  const hash = createHash('sha256').update(identity).digest().readUInt32BE(0);
  let step = 0;
  // A listener takes fewer rules than a band has places, so that one is free.
  while (taken.has(first + ((hash + step) % width))) step++;
  const priority = first + ((hash + step) % width);
  taken.add(priority);
  return priority;
}
