import {
  ApplicationLoadBalancer,
  ApplicationProtocol,
  ListenerAction,
  ListenerCertificate,
  type ApplicationListener,
  type SslPolicy,
} from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Construct } from 'constructs';
import type { AwsFoundationPlan } from '../../cloud/aws/foundation';
import type { AwsListenersPlan } from '../../cloud/aws/listener';
import type { Network } from './network';
import type { FoundationGroups } from './security-group';

/** The load balancer, and its listeners. */
export interface RenderedLoadBalancer {
  readonly loadBalancer: ApplicationLoadBalancer;
  /** The listener to which services add their rules: HTTPS on port 443, or HTTP on port 80. */
  readonly listener: ApplicationListener;
  /** The listener on port 80 that redirects to HTTPS; absent without HTTPS. */
  readonly redirect?: ApplicationListener;
}

const protocols = { HTTP: ApplicationProtocol.HTTP, HTTPS: ApplicationProtocol.HTTPS };

export function renderLoadBalancer(
  scope: Construct,
  { loadBalancer: balancer, listeners }: AwsFoundationPlan,
  { vpc, publicSubnets, publicWay }: Network,
  { loadBalancer: securityGroup }: FoundationGroups,
): RenderedLoadBalancer {
  const loadBalancer = new ApplicationLoadBalancer(scope, 'LoadBalancer', {
    vpc,
    vpcSubnets: { subnets: [...publicSubnets] },
    internetFacing: balancer.internetFacing,
    securityGroup,
    dropInvalidHeaderFields: balancer.dropInvalidHeaders,
    deletionProtection: balancer.deletionProtection,
  });
  // It fails in a network without a way to the internet.
  if (publicWay) loadBalancer.node.defaultChild!.node.addDependency(publicWay);
  const { accessLogs } = balancer;
  if (accessLogs) {
    // `logAccessLogs` requires a concrete region, and would add to the policy of the bucket, which isn't ours.
    loadBalancer.setAttribute('access_logs.s3.enabled', 'true');
    loadBalancer.setAttribute('access_logs.s3.bucket', accessLogs.bucket);
    if (accessLogs.prefix !== undefined) loadBalancer.setAttribute('access_logs.s3.prefix', accessLogs.prefix);
  }
  return { loadBalancer, ...renderListeners(loadBalancer, listeners) };
}

function renderListeners(
  loadBalancer: ApplicationLoadBalancer,
  { plain, secure }: AwsListenersPlan,
): Pick<RenderedLoadBalancer, 'listener' | 'redirect'> {
  const first = loadBalancer.addListener('Listener', {
    port: plain.port,
    protocol: protocols[plain.protocol],
    // The security group's plan holds the inbound rules.
    open: false,
    defaultAction: actionOf(plain.action),
  });
  if (!secure) return { listener: first };
  const listener = loadBalancer.addListener('HttpsListener', {
    port: secure.port,
    protocol: protocols[secure.protocol],
    certificates: [ListenerCertificate.fromArn(secure.certificateArn)],
    // CDK's enum lacks new policies, and passes each text on.
    sslPolicy: secure.tlsPolicy as SslPolicy,
    open: false,
    defaultAction: actionOf(secure.action),
  });
  return { listener, redirect: first };
}

const actionOf = (action: AwsListenersPlan['plain']['action']): ListenerAction =>
  action.kind === 'redirect'
    ? ListenerAction.redirect({
        protocol: action.protocol,
        port: String(action.port),
        permanent: action.status === 301,
      })
    : ListenerAction.fixedResponse(action.status, { contentType: action.contentType, messageBody: action.body });
