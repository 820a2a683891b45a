import type { Method, ResolvedApi } from '../../model/api';
import type { ResolvedArchitecture } from '../../model/architecture';
import { elementId, type ElementId } from '../../model/name';
import { physicalName, type Naming } from '../name';
import { loneFunction } from './approximation';
import { limits } from './name';
import { services } from './services';
import { planLabels } from './tag';

/** An API: either the one function that it is, or a load balancer before its functions. */
export type GcpApiPlan = GcpLonePlan | GcpLoadBalancerPlan;

/** An API whose address is its only function's. */
export interface GcpLonePlan {
  readonly kind: 'function';
  readonly element: ElementId;
  readonly function: ElementId;
}

/** An external application load balancer whose URL map selects the route. */
export interface GcpLoadBalancerPlan {
  readonly kind: 'loadBalancer';
  readonly element: ElementId;
  readonly name: string;
  /** On its address and its forwarding rule; nothing else of it supports labels. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly scheme: 'EXTERNAL_MANAGED';
  readonly port: '80';
  /** One backend for each function. */
  readonly backends: readonly { readonly to: ElementId; readonly name: string }[];
  /** In order of priority: the first that matches answers. */
  readonly rules: readonly GcpRouteRule[];
  /** The part of the requests of which a line is logged. */
  readonly logSampleRate: number;
  /** The answer where no rule matches. */
  readonly otherwise: { readonly status: 404; readonly path: '/' };
  /** The Google APIs that it needs. */
  readonly needs: readonly string[];
}

/** A rule of a URL map: what it takes, and the function that answers. */
export interface GcpRouteRule {
  readonly priority: number;
  /** A path template in the URL map's own words: `/orders/{id}` is `/orders/{id=*}`, `{rest+}` is `{rest=**}`. */
  readonly template: string;
  /** Absent: any. */
  readonly method?: Exclude<Method, 'ANY'>;
  readonly to: ElementId;
}

export function planApi(
  name: string,
  api: ResolvedApi,
  architecture: ResolvedArchitecture,
  naming: Naming,
): GcpApiPlan {
  const element = elementId('apis', name);
  const lone = loneFunction(api, architecture);
  if (lone) return { kind: 'function', element, function: lone };
  const functions = [...new Set(Object.values(api.routes).map(({ to }) => to))].sort();
  return {
    kind: 'loadBalancer',
    element,
    name: physicalName(naming, element, limits.compute),
    labels: planLabels(architecture.tags),
    scheme: 'EXTERNAL_MANAGED',
    port: '80',
    backends: functions.map((to) => ({ to, name: physicalName(naming, element, limits.compute, to) })),
    rules: planRules(api),
    logSampleRate: 1,
    otherwise: { status: 404, path: '/' },
    needs: [services.compute],
  };
}

function planRules({ routes }: ResolvedApi): GcpRouteRule[] {
  return Object.keys(routes)
    .map((key) => ({ key, ...split(key), to: routes[key]!.to as ElementId }))
    .sort(bySpecificity)
    .map(({ method, path, to }, index) => ({
      priority: index + 1,
      template: template(path),
      ...(method !== 'ANY' && { method }),
      to,
    }));
}

function split(key: string): { method: Method; path: string } {
  const space = key.indexOf(' ');
  return { method: key.slice(0, space) as Method, path: key.slice(space + 1) };
}

const template = (path: string): string =>
  path === '/'
    ? path
    : path.replace(/\{(\w+)(\+?)\}/g, (_, parameter: string, rest: string) => `{${parameter}=${rest ? '**' : '*'}}`);

/**
 * Orders routes as HTTP APIs on AWS match them: literal segments before parameters before the rest, a method before
 * ANY.
 */
function bySpecificity(a: { method: Method; path: string }, b: { method: Method; path: string }): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

const sortKey = ({ method, path }: { method: Method; path: string }): string =>
  `${path.split('/').slice(1).map(segmentKey).join('/')}~ ${method === 'ANY' ? '1' : '0'} ${method} ${path}`;

function segmentKey(segment: string): string {
  if (!segment.startsWith('{')) return `0${segment}`;
  return segment.endsWith('+}') ? '2' : '1';
}
