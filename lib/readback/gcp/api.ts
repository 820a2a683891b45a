import type { GcpApiFact } from '../../facts/api';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { isPointer, type Pointer } from '../made';
import { equal, isObject, to, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { spell } from '../spell';
import { nameOf } from '../statement';
import { labelsOf } from './label';
import { readNeeds, waitsFor } from './needs';
import { elementAt } from './reference';
import { orderOf, readMethod, readRules, type RouteRule } from './routes';

export function readApi(name: string, dialect: Dialect, artefact: Artefact): Partial<GcpApiFact> | undefined {
  const id: ElementId = `apis.${name}`;
  const { types } = dialect;
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const [address, rule, proxy, map] = [types.address, types.forwardingRule, types.proxy, types.urlMap].map((type) =>
    artefact.part(id, type),
  );
  if (!address || !map) return undefined;
  proxy?.fixed(at('url_map'), to(map, 'id'));
  rule?.fixed(at('ip_address'), to(address, 'id'));
  rule?.fixed(at('target'), proxy && to(proxy, 'id'));
  rule?.fixed(at('port_range'), '80');
  rule?.fixed(at('load_balancing_scheme'), 'EXTERNAL_MANAGED');
  // Everything but the address refers to a group: without the API, nothing can be made.
  const groups = artefact.parts(id, types.endpointGroup).map((one) => waitsFor(one, 'compute', dialect, artefact));
  const names = [address, rule, proxy, map].map((one) => one?.string(at('name')));
  return {
    ...readMap(map, backendsOf(id, dialect, artefact), dialect, artefact),
    accessLogs: readAccessLogs(id, dialect, artefact),
    physicalName: names.every((one) => one === names[0]) ? names[0] : undefined,
    needs: groups.every(Boolean) ? readNeeds(address, dialect, artefact) : undefined,
    tags: labelsOf([address, rule], [], dialect),
  };
}

/** A backend of an API, with the group of its function. */
interface Backend {
  readonly resource: Resource;
  readonly group: Resource;
  readonly function: string;
}

/** The backends with a function behind them, by address. Looking at them doesn't make them understood. */
function backendsOf(id: ElementId, dialect: Dialect, artefact: Artefact): ReadonlyMap<string, Backend> {
  const { types } = dialect;
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const backends = new Map<string, Backend>();
  for (const resource of artefact.parts(id, types.backend)) {
    const pointer = resource.at(at('backend[]', '0', 'group'));
    const group = isPointer(pointer) ? artefact.at(pointer.at) : undefined;
    if (group?.owner !== id || group.type !== types.endpointGroup) continue;
    const value = group.at(at('cloud_run'));
    const service = isObject(value) && Object.keys(value).length === 1 ? value['service'] : undefined;
    const behind = elementAt(service, 'function', 'name', dialect, artefact);
    if (behind) backends.set(resource.address, { resource, group, function: behind });
  }
  return backends;
}

/** Reads a backend to which a route leads. */
function readBackend({ resource, group }: Backend, dialect: Dialect): void {
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  resource.fixed(at('backend[]'), [{ group: to(group, 'id') }]);
  resource.fixed(at('load_balancing_scheme'), 'EXTERNAL_MANAGED');
  // Both have one name, which only has to be the same.
  resource.fixed(at('name'), group.string(at('name')));
  group.fixed(at('region'), dialect.region);
  group.fixed(at('network_endpoint_type'), 'SERVERLESS');
  group.as(at('cloud_run'), (value) => value);
}

/**
 * Reads the routes, and the answer where none matches. A rule that is none of these is unrecognized with all that it
 * says, since every word of it changes what it matches. So is a host of an app.
 */
function readMap(
  map: Resource,
  backends: ReadonlyMap<string, Backend>,
  dialect: Dialect,
  artefact: Artefact,
): Pick<Partial<GcpApiFact>, 'routes' | 'otherwise'> {
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const anyBackend = map.at(at('default_service'));
  const isBackend = isPointer(anyBackend) && backends.has(anyBackend.at);
  const written = map.at(at('path_matcher[]', '0', 'route_rules'));
  if (!isBackend || !Array.isArray(written)) return {};
  const list = written as readonly unknown[];
  const functionAt = (service: unknown): string | undefined =>
    isPointer(service) && service.attribute === 'id' ? backends.get(service.at)?.function : undefined;
  const rules = list.map((rule) => readRule(rule, dialect));
  const { routes, unread } = readRules(rules.slice(0, -1), functionAt);
  const order = orderOf(rules.map(({ priority }) => priority));
  const refusal = spell(dialect, {
    priority: rules.at(-1)?.priority,
    match_rules: [{ prefix_match: '/' }],
    service: anyBackend,
    route_action: { fault_injection_policy: { abort: { http_status: 404, percentage: 100 } } },
  });
  const refuses = order.at(-1) !== 'before' && equal(list.at(-1), refusal);
  const isOther = (index: number): boolean => (index === list.length - 1 ? !refuses : unread.includes(index));
  const own = rules.slice(0, -1).filter((_, index) => !isOther(index));
  // A backend without a route belongs to nothing.
  const used = new Set(own.map(({ service }) => (service as Pointer).at));
  for (const [address, backend] of backends) if (used.has(address)) readBackend(backend, dialect);
  readHosts(map, dialect, artefact);
  map.fixed(at('default_service'), anyBackend);
  map.fixed(at('path_matcher[]', '0', 'name'), 'routes');
  map.fixed(at('path_matcher[]', '0', 'default_service'), anyBackend);
  map.except(
    at('path_matcher[]', '0', 'route_rules'),
    list.flatMap((rule, index) => {
      const { priority } = rules[index]!;
      if (isOther(index)) return [{ name: nameOfRule(rule, rules[index]!, artefact), value: priority }];
      return order[index] === 'later' ? [{ name: `rule ${index + 1} at ${String(priority)}`, value: priority }] : [];
    }),
  );
  return { routes, ...(refuses && { otherwise: 404 }) };
}

/** Reads that every host has the same routes. */
function readHosts(map: Resource, dialect: Dialect, artefact: Artefact): void {
  const path = pathIn(dialect, 'host_rule[]');
  const right = spell(dialect, { hosts: ['*'], path_matcher: 'routes' });
  const hosts = map.at(path);
  const ours = Array.isArray(hosts) ? hosts.findIndex((one) => equal(one, right)) : -1;
  if (ours < 0) return void map.fixed(path, [right]);
  const others = (hosts as readonly unknown[]).filter((_, index) => index !== ours);
  map.except(
    path,
    others.map((one) => ({ name: nameOf(one, artefact), value: one })),
  );
}

/** A name with all that a rule says: `GET /own/{id=*} to google_compute_backend_service.own at 3`. */
function nameOfRule(rule: unknown, { priority, template, method, service }: RouteRule, artefact: Artefact): string {
  if (typeof template !== 'string') return `a rule ${nameOf(rule, artefact)}`;
  const what = typeof method === 'string' ? method : 'ANY';
  return `${what} ${template} to ${nameOf(service, artefact)} at ${String(priority)}`;
}

/** Reads one rule. A rule with a property too many gets no template, and so it has no meaning. */
function readRule(rule: unknown, dialect: Dialect): RouteRule {
  const [matchRules, template, headers] = ['match_rules', 'path_template_match', 'header_matches'].map(
    dialect.word,
  ) as [string, string, string];
  const { priority, [matchRules]: matches, service, ...others } = mapOf(rule);
  const [match] = Array.isArray(matches) && matches.length === 1 ? (matches as unknown[]) : [];
  const { [template]: path, [headers]: asked, ...more } = mapOf(match);
  const method = readMethod(asked, dialect);
  const isWhole = Object.keys(others).length === 0 && Object.keys(more).length === 0 && method !== undefined;
  return { priority, template: isWhole ? path : undefined, method, service };
}

const mapOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});

/** Reads that every backend logs every request. */
const readAccessLogs = (id: ElementId, dialect: Dialect, artefact: Artefact): boolean =>
  artefact
    .parts(id, dialect.types.backend)
    .map((backend) => backend.fixed(pathIn(dialect, 'log_config'), spell(dialect, { enable: true, sample_rate: 1 })))
    .every(Boolean);
