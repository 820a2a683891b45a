import type { ResolvedFoundation } from '../../model/foundation';
import type { ResolvedIngress } from '../../model/ingress';
import { fromRange, type AwsInboundRule } from './security-group';

/**
 * The listeners of the load balancer. The one on port 80 is always there, so that a change between HTTP and HTTPS never
 * creates a listener on a port that is still taken.
 */
export interface AwsListenersPlan {
  readonly plain: AwsPlainListenerPlan;
  /** The listener to which services add their rules instead; absent: they add them to the plain one. */
  readonly secure?: AwsSecureListenerPlan;
}

/** The listener for HTTP. */
export interface AwsPlainListenerPlan {
  readonly port: number;
  readonly protocol: 'HTTP';
  readonly action: AwsResponse | AwsRedirect;
}

/** The listener for HTTPS. */
export interface AwsSecureListenerPlan {
  readonly port: number;
  readonly protocol: 'HTTPS';
  readonly certificateArn: string;
  /** The security policy: the versions of TLS, and the ciphers. */
  readonly tlsPolicy: string;
  readonly action: AwsResponse;
}

/** The response to a request that matches no service's rule. */
export interface AwsResponse {
  readonly kind: 'response';
  readonly status: number;
  readonly contentType: 'text/plain';
  readonly body: string;
}

/** A redirect to the same host, path and query. */
export interface AwsRedirect {
  readonly kind: 'redirect';
  readonly protocol: 'HTTPS';
  readonly port: number;
  readonly status: 301;
}

const [plainPort, securePort] = [80, 443];

/**
 * TLS 1.3, and TLS 1.2 with forward secrecy and authenticated ciphers; key exchange against quantum computers with
 * clients that support it. AWS recommends it, and its console chooses it:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
 */
const tlsPolicy = 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09';

const noService: AwsResponse = {
  kind: 'response',
  status: 404,
  contentType: 'text/plain',
  body: 'no service answers here',
};

export function planListeners({ https }: ResolvedIngress): AwsListenersPlan {
  if (!https?.aws) return { plain: { port: plainPort, protocol: 'HTTP', action: noService } };
  const { certificateArn } = https.aws;
  return {
    plain: {
      port: plainPort,
      protocol: 'HTTP',
      action: { kind: 'redirect', protocol: 'HTTPS', port: securePort, status: 301 },
    },
    secure: { port: securePort, protocol: 'HTTPS', certificateArn, tlsPolicy, action: noService },
  };
}

/** The ports that are open to `allow`: none, unless the model chooses between HTTPS and plain HTTP. */
export const portsOf = ({ https, insecure }: ResolvedIngress): number[] =>
  https?.aws ? [plainPort, securePort] : insecure ? [plainPort] : [];

/** The inbound rules of the load balancer's security group. */
export const inboundOf = (ingress: ResolvedIngress): AwsInboundRule[] =>
  portsOf(ingress).flatMap((port) => [...new Set(ingress.allow)].sort().map((range) => fromRange(range, port)));

/** The scheme of the URLs of public services. */
export const schemeOf = (foundation: ResolvedFoundation | undefined): 'http' | 'https' =>
  foundation?.ingress.https?.aws ? 'https' : 'http';
