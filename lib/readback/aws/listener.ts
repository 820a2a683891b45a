import type { AwsIngressFact } from '../../facts/load-balancer';
import { equal, type Resource } from '../resource';
import type { Dialect } from './dialect';
import { spell } from '../spell';

/** The listeners of the foundation's load balancer. */
export interface Listeners {
  /** The listener to which services add their rules. */
  readonly listener: Resource;
  /** The listener that redirects to it; undefined without HTTPS. */
  readonly redirect?: Resource | undefined;
}

/** A source that the load balancer's security group allows. */
interface Inbound {
  readonly from: string;
  readonly port: number;
}

/** Reads who reaches the load balancer, and what its listeners do. Each range has to reach each of their ports. */
export function readIngress(
  loadBalancer: Resource,
  { listener, redirect }: Listeners,
  inbound: readonly Inbound[] | undefined,
  dialect: Dialect,
): AwsIngressFact | undefined {
  const { path, to } = dialect;
  const read = [redirect, listener].filter((one) => one !== undefined);
  for (const one of read) one.fixed(path('LoadBalancerArn'), to(loadBalancer, 'Ref'));
  const ports = read.map((one) => one.number(path('Port'))).filter((port) => port !== undefined);
  const secured = redirect ? readSecure(listener, redirect, dialect) : undefined;
  if (!redirect) listener.fixed(path('Protocol'), 'HTTP');
  const isOpen = inbound?.every(({ port }) => ports.includes(port)) && ports.length === read.length;
  const [first = [], ...others] = ports.map((port) => rangesOf(inbound, port));
  if (!isOpen || !others.every((ranges) => equal(ranges, first))) return undefined;
  return { allow: first, insecure: !redirect && first.length > 0, ports, ...secured };
}

const rangesOf = (inbound: readonly Inbound[] | undefined, port: number): string[] =>
  (inbound ?? [])
    .filter((rule) => rule.port === port)
    .map(({ from }) => from)
    .sort();

/** Reads HTTPS, and the redirect to it. */
function readSecure(
  listener: Resource,
  redirect: Resource,
  dialect: Dialect,
): Pick<AwsIngressFact, 'https' | 'tlsPolicy' | 'redirect'> {
  const { path, readCertificate } = dialect;
  listener.fixed(path('Protocol'), 'HTTPS');
  redirect.fixed(path('Protocol'), 'HTTP');
  const certificateArn = readCertificate(listener);
  const tlsPolicy = listener.string(path('SslPolicy'));
  const port = listener.at(path('Port'));
  const to = { Port: typeof port === 'number' ? String(port) : undefined, Protocol: 'HTTPS', StatusCode: 'HTTP_301' };
  const isRedirect = redirect.fixed(path('DefaultActions'), [actionOf('redirect', to, dialect)]);
  return {
    ...(certificateArn !== undefined && { https: { aws: { certificateArn } } }),
    ...(tlsPolicy !== undefined && { tlsPolicy }),
    ...(isRedirect && typeof port === 'number' && { redirect: { port, status: 301 } }),
  };
}

/** Reads the status of the response to a request that no rule matches. */
export function readOtherwise(listener: Resource, dialect: Dialect): number | undefined {
  const response = { ContentType: 'text/plain', MessageBody: 'no service answers here', StatusCode: '404' };
  return listener.one(dialect.path('DefaultActions'), [[actionOf('fixed-response', response, dialect)], 404]);
}

const actionOf = (type: 'redirect' | 'fixed-response', settings: object, dialect: Dialect): object =>
  spell(dialect, { [dialect.actions[type]]: settings, Type: type });
