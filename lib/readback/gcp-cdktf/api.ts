import type { ApiFact } from '../../facts/api';
import type { ElementId } from '../../model/name';
import type { Artefact } from '../artefact';
import { readNeeds } from '../gcp/needs';
import { readMethod, readRules, type RouteRule } from '../gcp/routes';
import { equal, isObject, isPointer, type Resource } from '../resource';
import { elementAt, region, servicesIn, to } from './reference';

export function readApi(name: string, artefact: Artefact): Partial<ApiFact> | undefined {
  const id: ElementId = `apis.${name}`;
  const [address, rule, proxy, map] = [
    'google_compute_global_address',
    'google_compute_global_forwarding_rule',
    'google_compute_target_http_proxy',
    'google_compute_url_map',
  ].map((type) => artefact.part(id, type));
  if (!address || !map) return undefined;
  proxy?.fixed(['url_map'], to(map, 'id'));
  rule?.fixed(['ip_address'], to(address, 'id'));
  rule?.fixed(['target'], proxy && to(proxy, 'id'));
  rule?.fixed(['port_range'], '80');
  rule?.fixed(['load_balancing_scheme'], 'EXTERNAL_MANAGED');
  const names = [address, rule, proxy, map].map((one) => one?.string(['name']));
  return {
    ...readMap(map, readBackends(id, artefact)),
    accessLogs: readAccessLogs(id, artefact),
    physicalName: names.every((one) => one === names[0]) ? names[0] : undefined,
    needs: readNeeds(address, ['depends_on'], servicesIn(artefact)),
  };
}

/** From a backend's address to the function behind it. */
function readBackends(id: ElementId, artefact: Artefact): ReadonlyMap<string, string> {
  const functions = new Map<string, string>();
  for (const backend of artefact.parts(id, 'google_compute_backend_service')) {
    const pointer = backend.at(['backend', '0', 'group']);
    const group = isPointer(pointer) ? artefact.at(pointer.at) : undefined;
    if (group?.owner !== id || group.type !== 'google_compute_region_network_endpoint_group') continue;
    backend.fixed(['backend'], [{ group: to(group, 'id') }]);
    backend.fixed(['load_balancing_scheme'], 'EXTERNAL_MANAGED');
    // Both have one name, which only has to be the same.
    backend.fixed(['name'], group.string(['name']));
    group.fixed(['region'], region);
    group.fixed(['network_endpoint_type'], 'SERVERLESS');
    const behind = group.as(['cloud_run'], (value) => {
      const service = isObject(value) && Object.keys(value).length === 1 ? value['service'] : undefined;
      return elementAt(service, 'google_cloudfunctions2_function', 'name', artefact);
    });
    if (behind) functions.set(backend.address, behind);
  }
  return functions;
}

/** The routes, and what answers where none matches: whole maps are compared, since each word of one counts. */
function readMap(map: Resource, backends: ReadonlyMap<string, string>): Pick<Partial<ApiFact>, 'routes' | 'otherwise'> {
  const rules = map.at(['path_matcher', '0', 'route_rules']);
  const list = Array.isArray(rules) ? (rules as unknown[]) : [];
  const used = new Set<string>();
  const routes = readRules(list.slice(0, -1).map(readRule), (service) => {
    if (!isPointer(service) || service.attribute !== 'id') return undefined;
    used.add(service.at);
    return backends.get(service.at);
  });
  const anyBackend = map.at(['default_service']);
  const isBackend = isPointer(anyBackend) && backends.has(anyBackend.at);
  const last = {
    priority: list.length,
    match_rules: [{ prefix_match: '/' }],
    service: anyBackend,
    route_action: refuseAll,
  };
  // A backend to which no route leads is nobody's.
  if (!routes || !isBackend || used.size < backends.size || !equal(list.at(-1), last)) return {};
  map.fixed(['default_service'], anyBackend);
  map.fixed(['host_rule'], [{ hosts: ['*'], path_matcher: 'routes' }]);
  map.fixed(['path_matcher', '1'], undefined);
  map.fixed(['path_matcher', '0', 'name'], 'routes');
  map.fixed(['path_matcher', '0', 'default_service'], anyBackend);
  map.fixed(['path_matcher', '0', 'route_rules'], rules);
  return { routes, otherwise: 404 };
}

const refuseAll = { fault_injection_policy: { abort: { http_status: 404, percentage: 100 } } };

/** A rule that holds a word more than it should has no template, and so no meaning. */
function readRule(rule: unknown): RouteRule {
  const {
    priority,
    match_rules: matches,
    service,
    ...others
  } = (isObject(rule) ? rule : {}) as Record<string, unknown>;
  const [match] = Array.isArray(matches) && matches.length === 1 ? (matches as unknown[]) : [];
  const {
    path_template_match: template,
    header_matches: headers,
    ...more
  } = (isObject(match) ? match : {}) as Record<string, unknown>;
  const method = readMethod(headers, 'header_name', 'exact_match');
  const isWhole = Object.keys(others).length === 0 && Object.keys(more).length === 0 && method !== undefined;
  return { priority, template: isWhole ? template : undefined, method, service };
}

/** Whether every backend logs every request. */
const readAccessLogs = (id: ElementId, artefact: Artefact): boolean =>
  artefact
    .parts(id, 'google_compute_backend_service')
    .map((backend) => backend.fixed(['log_config'], { enable: true, sample_rate: 1 }))
    .every(Boolean);
