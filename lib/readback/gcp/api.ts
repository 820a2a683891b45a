import type { GcpApiFact } from '../../facts/api';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { isPointer } from '../made';
import { equal, isObject, to, type Resource } from '../resource';
import { pathIn, type Dialect } from './dialect';
import { spell } from '../spell';
import { labelsOf } from './label';
import { readNeeds, waitsFor } from './needs';
import { elementAt } from './reference';
import { readMethod, readRules, type RouteRule } from './routes';

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
    ...readMap(map, readBackends(id, dialect, artefact), dialect),
    accessLogs: readAccessLogs(id, dialect, artefact),
    physicalName: names.every((one) => one === names[0]) ? names[0] : undefined,
    needs: groups.every(Boolean) ? readNeeds(address, dialect, artefact) : undefined,
    tags: labelsOf([address, rule], [], dialect),
  };
}

/** The function behind each backend, by the backend's address. */
function readBackends(id: ElementId, dialect: Dialect, artefact: Artefact): ReadonlyMap<string, string> {
  const { types, region } = dialect;
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const functions = new Map<string, string>();
  for (const backend of artefact.parts(id, types.backend)) {
    const pointer = backend.at(at('backend[]', '0', 'group'));
    const group = isPointer(pointer) ? artefact.at(pointer.at) : undefined;
    if (group?.owner !== id || group.type !== types.endpointGroup) continue;
    backend.fixed(at('backend[]'), [{ group: to(group, 'id') }]);
    backend.fixed(at('load_balancing_scheme'), 'EXTERNAL_MANAGED');
    // Both have one name, which only has to be the same.
    backend.fixed(at('name'), group.string(at('name')));
    group.fixed(at('region'), region);
    group.fixed(at('network_endpoint_type'), 'SERVERLESS');
    const behind = group.as(at('cloud_run'), (value) => {
      const service = isObject(value) && Object.keys(value).length === 1 ? value['service'] : undefined;
      return elementAt(service, 'function', 'name', dialect, artefact);
    });
    if (behind) functions.set(backend.address, behind);
  }
  return functions;
}

/**
 * Reads the routes, and the answer where none matches. Lists of rules are compared as a whole, since every word of a
 * rule changes what it matches.
 */
function readMap(
  map: Resource,
  backends: ReadonlyMap<string, string>,
  dialect: Dialect,
): Pick<Partial<GcpApiFact>, 'routes' | 'otherwise'> {
  const at = (...words: readonly string[]) => pathIn(dialect, ...words);
  const rules = map.at(at('path_matcher[]', '0', 'route_rules'));
  const list = Array.isArray(rules) ? (rules as unknown[]) : [];
  const used = new Set<string>();
  const read = list.slice(0, -1).map((rule) => readRule(rule, dialect));
  const routes = readRules(read, (service) => {
    if (!isPointer(service) || service.attribute !== 'id') return undefined;
    used.add(service.at);
    return backends.get(service.at);
  });
  const anyBackend = map.at(at('default_service'));
  const isBackend = isPointer(anyBackend) && backends.has(anyBackend.at);
  const last = spell(dialect, {
    priority: list.length,
    match_rules: [{ prefix_match: '/' }],
    service: anyBackend,
    route_action: { fault_injection_policy: { abort: { http_status: 404, percentage: 100 } } },
  });
  // A backend without a route belongs to nothing.
  if (!routes || !isBackend || used.size < backends.size || !equal(list.at(-1), last)) return {};
  map.fixed(at('default_service'), anyBackend);
  map.fixed(at('host_rule[]'), [spell(dialect, { hosts: ['*'], path_matcher: 'routes' })]);
  map.fixed(at('path_matcher[]', '1'), undefined);
  map.fixed(at('path_matcher[]', '0', 'name'), 'routes');
  map.fixed(at('path_matcher[]', '0', 'default_service'), anyBackend);
  map.fixed(at('path_matcher[]', '0', 'route_rules'), rules);
  return { routes, otherwise: 404 };
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
