import { ComputeBackendService } from '@cdktf/provider-google/lib/compute-backend-service';
import { ComputeGlobalAddress } from '@cdktf/provider-google/lib/compute-global-address';
import { ComputeGlobalForwardingRule } from '@cdktf/provider-google/lib/compute-global-forwarding-rule';
import { ComputeRegionNetworkEndpointGroup } from '@cdktf/provider-google/lib/compute-region-network-endpoint-group';
import { ComputeTargetHttpProxy } from '@cdktf/provider-google/lib/compute-target-http-proxy';
import { ComputeUrlMap } from '@cdktf/provider-google/lib/compute-url-map';
import type { Construct } from 'constructs';
import type { GcpApiPlan, GcpLoadBalancerPlan, GcpRouteRule } from '../../cloud/gcp/api';
import type { ElementId } from '../../model/name';
import { pascalCase, splitElementId } from '../../model/name';
import type { Parts } from './parts';
import type { Where } from './where';

/** CDKTF constructs created for an API. */
export interface RenderedApi {
  /** The API's URL, without a trailing slash. */
  readonly url: string;
  /** Undefined where the API is its only function. */
  readonly address?: ComputeGlobalAddress;
}

/** Makes the API's address, which others may need before its routes can be made. */
export function renderApi(scope: Construct, plan: GcpApiPlan, parts: Parts): RenderedApi {
  if (plan.kind === 'function') return { url: parts.token({ of: plan.function, part: 'function', attribute: 'url' }) };
  const address = new ComputeGlobalAddress(scope, 'Address', {
    name: plan.name,
    labels: plan.labels,
    dependsOn: parts.needs(plan.needs),
  });
  parts.provide(plan.element, 'address', { address: address.address });
  return { url: `http://${address.address}`, address };
}

/** Makes the way from the address to the functions, once all of them are there. */
export function renderRoutes(
  scope: Construct,
  plan: GcpLoadBalancerPlan,
  { address }: RenderedApi,
  parts: Parts,
  where: Where,
): void {
  const backends = new Map(
    plan.backends.map((backend) => [backend.to, renderBackend(scope, plan, backend, parts, where).id] as const),
  );
  const urlMap = renderUrlMap(scope, plan, backends);
  const proxy = new ComputeTargetHttpProxy(scope, 'Proxy', { name: plan.name, urlMap: urlMap.id });
  new ComputeGlobalForwardingRule(scope, 'ForwardingRule', {
    name: plan.name,
    labels: plan.labels,
    ipAddress: address!.id,
    portRange: plan.port,
    loadBalancingScheme: plan.scheme,
    target: proxy.id,
  });
}

function renderBackend(
  scope: Construct,
  { scheme, logSampleRate, needs }: GcpLoadBalancerPlan,
  { to, name }: GcpLoadBalancerPlan['backends'][number],
  parts: Parts,
  { region }: Where,
): ComputeBackendService {
  const element = pascalCase(splitElementId(to).name);
  const group = new ComputeRegionNetworkEndpointGroup(scope, `Group${element}`, {
    name,
    region,
    networkEndpointType: 'SERVERLESS',
    cloudRun: { service: parts.token({ of: to, part: 'function', attribute: 'name' }) },
    // All others refer to a group, but for the address.
    dependsOn: parts.needs(needs),
  });
  return new ComputeBackendService(scope, `Backend${element}`, {
    name,
    loadBalancingScheme: scheme,
    backend: [{ group: group.id }],
    logConfig: { enable: true, sampleRate: logSampleRate },
  });
}

function renderUrlMap(
  scope: Construct,
  plan: GcpLoadBalancerPlan,
  backends: ReadonlyMap<ElementId, string>,
): ComputeUrlMap {
  const anyBackend = backends.values().next().value;
  const { status, path } = plan.otherwise;
  return new ComputeUrlMap(scope, 'UrlMap', {
    name: plan.name,
    defaultService: anyBackend,
    hostRule: [{ hosts: ['*'], pathMatcher: 'routes' }],
    pathMatcher: [
      {
        name: 'routes',
        defaultService: anyBackend,
        routeRules: [
          ...plan.rules.map((rule) => ({
            priority: rule.priority,
            matchRules: [match(rule)],
            service: backends.get(rule.to)!,
          })),
          {
            priority: plan.rules.length + 1,
            matchRules: [{ prefixMatch: path }],
            service: anyBackend,
            // A URL map can't return a fixed response: every request that gets here fails on purpose.
            routeAction: { faultInjectionPolicy: { abort: { httpStatus: status, percentage: 100 } } },
          },
        ],
      },
    ],
  });
}

const match = ({ template, method }: GcpRouteRule) => ({
  pathTemplateMatch: template,
  ...(method && { headerMatches: [{ headerName: ':method', exactMatch: method }] }),
});
