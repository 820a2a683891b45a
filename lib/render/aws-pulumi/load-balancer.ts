import { Listener, LoadBalancer, type ListenerArgs } from '@pulumi/aws/lb';
import type { AwsFoundationPlan } from '../../cloud/aws/foundation';
import type { AwsListenersPlan } from '../../cloud/aws/listener';
import { limits } from '../../cloud/aws/name';
import type { Element } from '../pulumi-element';
import { nameWithin } from './name';
import type { Network } from './network';
import type { FoundationGroups } from './security-group';

/** The load balancer, and its listeners. */
export interface RenderedLoadBalancer {
  readonly loadBalancer: LoadBalancer;
  /** The listener to which services add their rules: HTTPS on port 443, or HTTP on port 80. */
  readonly listener: Listener;
  /** The listener on port 80 that redirects to HTTPS; absent without HTTPS. */
  readonly redirect?: Listener;
}

type Tags = Record<string, string> | undefined;

export function renderLoadBalancer(
  parent: Element,
  { names, loadBalancer: balancer, listeners }: AwsFoundationPlan,
  { publicSubnetIds, publicWay }: Network,
  securityGroups: FoundationGroups,
  tags: Tags,
): RenderedLoadBalancer {
  const { accessLogs } = balancer;
  const loadBalancer = new LoadBalancer(
    `${parent.prefix}-load-balancer`,
    {
      ...nameWithin(limits.loadBalancer, `${parent.prefix}-load-balancer`, names.loadBalancer),
      loadBalancerType: 'application',
      internal: !balancer.internetFacing,
      subnets: publicSubnetIds,
      securityGroups: [securityGroups.loadBalancer.group.id],
      dropInvalidHeaderFields: balancer.dropInvalidHeaders,
      enableDeletionProtection: balancer.deletionProtection,
      ...(accessLogs && {
        accessLogs: {
          enabled: true,
          bucket: accessLogs.bucket,
          ...(accessLogs.prefix !== undefined && { prefix: accessLogs.prefix }),
        },
      }),
      tags,
    },
    // It fails in a network without a way to the internet.
    { parent, ...(publicWay && { dependsOn: [publicWay] }) },
  );
  return { loadBalancer, ...renderListeners(parent, loadBalancer, listeners, tags) };
}

function renderListeners(
  parent: Element,
  { arn: loadBalancerArn }: LoadBalancer,
  { plain, secure }: AwsListenersPlan,
  tags: Tags,
): Pick<RenderedLoadBalancer, 'listener' | 'redirect'> {
  const first = new Listener(
    `${parent.prefix}-listener`,
    {
      loadBalancerArn,
      port: plain.port,
      protocol: plain.protocol,
      defaultActions: [actionOf(plain.action)],
      tags,
    },
    { parent },
  );
  if (!secure) return { listener: first };
  const listener = new Listener(
    `${parent.prefix}-https-listener`,
    {
      loadBalancerArn,
      port: secure.port,
      protocol: secure.protocol,
      certificateArn: secure.certificateArn,
      sslPolicy: secure.tlsPolicy,
      defaultActions: [actionOf(secure.action)],
      tags,
    },
    { parent },
  );
  return { listener, redirect: first };
}

type Action = Extract<ListenerArgs['defaultActions'], readonly unknown[]>[number];

const actionOf = (action: AwsListenersPlan['plain']['action']): Action =>
  action.kind === 'redirect'
    ? {
        type: 'redirect',
        redirect: { protocol: action.protocol, port: String(action.port), statusCode: `HTTP_${action.status}` },
      }
    : {
        type: 'fixed-response',
        fixedResponse: {
          statusCode: String(action.status),
          contentType: action.contentType,
          messageBody: action.body,
        },
      };
