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
    'gcp:compute/globalAddress:GlobalAddress',
    'gcp:compute/globalForwardingRule:GlobalForwardingRule',
    'gcp:compute/targetHttpProxy:TargetHttpProxy',
    'gcp:compute/uRLMap:URLMap',
  ].map((type) => artefact.part(id, type));
  if (!address || !map) return undefined;
  proxy?.fixed(['inputs', 'urlMap'], to(map, 'id'));
  rule?.fixed(['inputs', 'ipAddress'], to(address, 'id'));
  rule?.fixed(['inputs', 'target'], proxy && to(proxy, 'id'));
  rule?.fixed(['inputs', 'portRange'], '80');
  rule?.fixed(['inputs', 'loadBalancingScheme'], 'EXTERNAL_MANAGED');
  const names = [address, rule, proxy, map].map((one) => one?.string(['inputs', 'name']));
  return {
    ...readMap(map, readBackends(id, artefact)),
    accessLogs: readAccessLogs(id, artefact),
    physicalName: names.every((one) => one === names[0]) ? names[0] : undefined,
    needs: readNeeds(address, ['options', 'dependsOn'], servicesIn(artefact)),
  };
}

/** From a backend's address to the function behind it. */
function readBackends(id: ElementId, artefact: Artefact): ReadonlyMap<string, string> {
  const functions = new Map<string, string>();
  for (const backend of artefact.parts(id, 'gcp:compute/backendService:BackendService')) {
    const pointer = backend.at(['inputs', 'backends', '0', 'group']);
    const group = isPointer(pointer) ? artefact.at(pointer.at) : undefined;
    if (group?.owner !== id || group.type !== 'gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup')
      continue;
    backend.fixed(['inputs', 'backends'], [{ group: to(group, 'id') }]);
    backend.fixed(['inputs', 'loadBalancingScheme'], 'EXTERNAL_MANAGED');
    // Both have one name, which only has to be the same.
    backend.fixed(['inputs', 'name'], group.string(['inputs', 'name']));
    group.fixed(['inputs', 'region'], region);
    group.fixed(['inputs', 'networkEndpointType'], 'SERVERLESS');
    const behind = group.as(['inputs', 'cloudRun'], (value) => {
      const service = isObject(value) && Object.keys(value).length === 1 ? value['service'] : undefined;
      return elementAt(service, 'gcp:cloudfunctionsv2/function:Function', 'name', artefact);
    });
    if (behind) functions.set(backend.address, behind);
  }
  return functions;
}

/** The routes, and what answers where none matches: whole maps are compared, since each word of one counts. */
function readMap(map: Resource, backends: ReadonlyMap<string, string>): Pick<Partial<ApiFact>, 'routes' | 'otherwise'> {
  const rules = map.at(['inputs', 'pathMatchers', '0', 'routeRules']);
  const list = Array.isArray(rules) ? (rules as unknown[]) : [];
  const used = new Set<string>();
  const routes = readRules(list.slice(0, -1).map(readRule), (service) => {
    if (!isPointer(service) || service.attribute !== 'id') return undefined;
    used.add(service.at);
    return backends.get(service.at);
  });
  const anyBackend = map.at(['inputs', 'defaultService']);
  const isBackend = isPointer(anyBackend) && backends.has(anyBackend.at);
  const last = {
    priority: list.length,
    matchRules: [{ prefixMatch: '/' }],
    service: anyBackend,
    routeAction: refuseAll,
  };
  // A backend to which no route leads is nobody's.
  if (!routes || !isBackend || used.size < backends.size || !equal(list.at(-1), last)) return {};
  map.fixed(['inputs', 'defaultService'], anyBackend);
  map.fixed(['inputs', 'hostRules'], [{ hosts: ['*'], pathMatcher: 'routes' }]);
  map.fixed(['inputs', 'pathMatchers', '1'], undefined);
  map.fixed(['inputs', 'pathMatchers', '0', 'name'], 'routes');
  map.fixed(['inputs', 'pathMatchers', '0', 'defaultService'], anyBackend);
  map.fixed(['inputs', 'pathMatchers', '0', 'routeRules'], rules);
  return { routes, otherwise: 404 };
}

const refuseAll = { faultInjectionPolicy: { abort: { httpStatus: 404, percentage: 100 } } };

/** A rule that holds a word more than it should has no template, and so no meaning. */
function readRule(rule: unknown): RouteRule {
  const { priority, matchRules: matches, service, ...others } = (isObject(rule) ? rule : {}) as Record<string, unknown>;
  const [match] = Array.isArray(matches) && matches.length === 1 ? (matches as unknown[]) : [];
  const {
    pathTemplateMatch: template,
    headerMatches: headers,
    ...more
  } = (isObject(match) ? match : {}) as Record<string, unknown>;
  const method = readMethod(headers, 'headerName', 'exactMatch');
  const isWhole = Object.keys(others).length === 0 && Object.keys(more).length === 0 && method !== undefined;
  return { priority, template: isWhole ? template : undefined, method, service };
}

/** Whether every backend logs every request. */
const readAccessLogs = (id: ElementId, artefact: Artefact): boolean =>
  artefact
    .parts(id, 'gcp:compute/backendService:BackendService')
    .map((backend) => backend.fixed(['inputs', 'logConfig'], { enable: true, sampleRate: 1 }))
    .every(Boolean);
