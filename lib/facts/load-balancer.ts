import type { ResolvedIngress } from '../model/ingress';

/** Facts about the access to the load balancer on AWS. */
export interface AwsIngressFact {
  /** The address ranges that reach the load balancer, on each of its ports; empty: nothing does. */
  readonly allow: readonly string[];
  /** True if services answer on port 80. */
  readonly insecure: boolean;
  /** Absent: services answer on port 80, or not at all. */
  readonly https?: { readonly aws: { readonly certificateArn: string } };
  /** The ports of its listeners. */
  readonly ports: readonly number[];
  /** The security policy of the listener for HTTPS. */
  readonly tlsPolicy?: string;
  /** The redirect of the listener for HTTP; absent: it passes requests on. */
  readonly redirect?: { readonly port: number; readonly status: number };
}

/** The access that an artifact has to give on AWS. */
export function expectAwsIngress({ allow, https, insecure }: ResolvedIngress): AwsIngressFact {
  const ranges = [...new Set(allow)].sort();
  if (!https?.aws) return { allow: insecure ? ranges : [], insecure, ports: [80] };
  return {
    allow: ranges,
    insecure: false,
    https: { aws: https.aws },
    ports: [80, 443],
    tlsPolicy: 'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
    redirect: { port: 443, status: 301 },
  };
}
