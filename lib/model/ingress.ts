import { z } from 'zod';
import { plainText } from './text';

/**
 * ARN of a certificate that a load balancer accepts: of AWS Certificate Manager, or a server certificate of IAM.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html
 */
const certificateArn = plainText.regex(
  /^arn:aws[a-z-]*:(?:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+|iam::\d{12}:server-certificate\/[\w+=,.@/-]+)$/,
  'must be the ARN of a certificate, such as arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012',
);

/** HTTPS, with a certificate that exists already. */
const httpsSpec = z.strictObject({
  /** On AWS: port 443 with TLS 1.2 or 1.3. Port 80 redirects to it. */
  aws: z
    .strictObject({
      /**
       * ARN of the certificate, in the region of the load balancer. It has to include the `host` of each public
       * service; a wildcard such as `*.example.com` includes all hosts of one level.
       */
      certificateArn,
    })
    .optional(),
  /** On Google Cloud, refused: the addresses of services have certificates of Google. */
  gcp: z
    .strictObject({
      /** Name of the certificate. */
      certificate: plainText.min(1),
    })
    .optional(),
});

/** Access to the load balancer. */
export const ingressSpec = z.strictObject({
  /** Address ranges, in CIDR notation, that can reach the load balancer. */
  allow: z.array(z.cidrv4('must be a range of IPv4 addresses, such as 10.0.0.0/8')).min(1).default(['0.0.0.0/0']),
  /**
   * HTTPS for public services. Default: none; public services on AWS then need `insecure`. Without either, nothing can
   * reach the load balancer.
   */
  https: httpsSpec.optional(),
  /**
   * Plain HTTP on port 80 instead of HTTPS: anyone between a client and the load balancer can read and change requests
   * and responses. Without it, nothing is served over plain HTTP.
   */
  insecure: z.boolean().default(false),
});

export type ResolvedIngress = z.output<typeof ingressSpec>;
