import {
  BackendService,
  GlobalAddress,
  GlobalForwardingRule,
  RegionNetworkEndpointGroup,
  TargetHttpProxy,
  URLMap,
} from '@pulumi/gcp/compute';
import { interpolate, type Input } from '@pulumi/pulumi';
import type { GcpApiPlan, GcpLoadBalancerPlan, GcpRouteRule } from '../../cloud/gcp/api';
import { splitElementId, type ElementId } from '../../model/name';
import type { Element } from '../pulumi-element';
import type { Parts } from './parts';
import type { Where } from './where';

/** Pulumi resources created for an API. */
export interface RenderedApi {
  /** The API's URL, without a trailing slash. */
  readonly url: Input<string>;
  /** Undefined where the API is its only function. */
  readonly address?: GlobalAddress;
}

/** Makes the API's address, which others may need before its routes can be made. */
export function renderApi(parent: Element, plan: GcpApiPlan, parts: Parts): RenderedApi {
  if (plan.kind === 'function') return { url: parts.token({ of: plan.function, part: 'function', attribute: 'url' }) };
  const address = new GlobalAddress(
    `${parent.prefix}-address`,
    { name: plan.name, labels: plan.labels },
    { parent, dependsOn: parts.needs(plan.needs) },
  );
  parts.provide(plan.element, 'address', { address: address.address });
  return { url: interpolate`http://${address.address}`, address };
}

/** Makes the way from the address to the functions, once all of them are there. */
export function renderRoutes(
  parent: Element,
  plan: GcpLoadBalancerPlan,
  { address }: RenderedApi,
  parts: Parts,
  where: Where,
): void {
  const backends = new Map(
    plan.backends.map((backend) => [backend.to, renderBackend(parent, plan, backend, parts, where).id] as const),
  );
  const urlMap = renderUrlMap(parent, plan, backends);
  const proxy = new TargetHttpProxy(`${parent.prefix}-proxy`, { name: plan.name, urlMap: urlMap.id }, { parent });
  new GlobalForwardingRule(
    `${parent.prefix}-forwarding-rule`,
    {
      name: plan.name,
      labels: plan.labels,
      ipAddress: address!.id,
      portRange: plan.port,
      loadBalancingScheme: plan.scheme,
      target: proxy.id,
    },
    { parent },
  );
}

function renderBackend(
  parent: Element,
  { scheme, logSampleRate, needs }: GcpLoadBalancerPlan,
  { to, name }: GcpLoadBalancerPlan['backends'][number],
  parts: Parts,
  { region }: Where,
): BackendService {
  const element = splitElementId(to).name;
  const group = new RegionNetworkEndpointGroup(
    `${parent.prefix}-group-${element}`,
    {
      name,
      region,
      networkEndpointType: 'SERVERLESS',
      cloudRun: { service: parts.token({ of: to, part: 'function', attribute: 'name' }) },
    },
    // All others refer to a group, but for the address.
    { parent, dependsOn: parts.needs(needs) },
  );
  return new BackendService(
    `${parent.prefix}-backend-${element}`,
    {
      name,
      loadBalancingScheme: scheme,
      backends: [{ group: group.id }],
      logConfig: { enable: true, sampleRate: logSampleRate },
    },
    { parent },
  );
}

function renderUrlMap(
  parent: Element,
  plan: GcpLoadBalancerPlan,
  backends: ReadonlyMap<ElementId, Input<string>>,
): URLMap {
  const anyBackend = backends.values().next().value;
  const { status, path } = plan.otherwise;
  return new URLMap(
    `${parent.prefix}-url-map`,
    {
      name: plan.name,
      defaultService: anyBackend,
      hostRules: [{ hosts: ['*'], pathMatcher: 'routes' }],
      pathMatchers: [
        {
          name: 'routes',
          defaultService: anyBackend,
          routeRules: [
            ...plan.rules.map((rule) => ({
              priority: rule.priority,
              matchRules: [match(rule)],
              service: backends.get(rule.to),
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
    },
    { parent },
  );
}

const match = ({ template, method }: GcpRouteRule) => ({
  pathTemplateMatch: template,
  ...(method && { headerMatches: [{ headerName: ':method', exactMatch: method }] }),
});
