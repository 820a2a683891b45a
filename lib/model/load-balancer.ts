import { z } from 'zod';
import { plainText } from './text';

/** Access logs of the load balancer: the time, client, path and status of each request, every five minutes. */
const accessLogsSpec = z.strictObject({
  /** On AWS. */
  aws: z.strictObject({
    /**
     * Name of a bucket that exists already, in the region of the load balancer. It is neither created nor changed: its
     * policy has to allow Elastic Load Balancing to write, and its encryption has to be with keys of Amazon S3.
     * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
     */
    bucket: plainText.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket'),
    /** Folder of the bucket. Default: none. */
    prefix: plainText
      .regex(/^[\w!.*'()-]+(?:\/[\w!.*'()-]+)*$/, 'must be a path without / at its ends, such as logs/shop')
      .refine((prefix) => !prefix.includes('AWSLogs'), 'must not contain AWSLogs, which AWS adds')
      .optional(),
  }),
});

/** Settings of the load balancer. */
export const loadBalancerSpec = z.strictObject({
  /**
   * Access logs. Default: none, because logs contain addresses of clients, are stored at your cost, and need a bucket
   * that outlives the load balancer.
   */
  accessLogs: accessLogsSpec.optional(),
  /**
   * Protects the load balancer from deletion: its name in the DNS would change. Set it to `false` and deploy before you
   * destroy the foundation.
   */
  deletionProtection: z.boolean().default(false),
  /** Removes header fields with invalid names from requests, which servers read in different ways. */
  dropInvalidHeaders: z.boolean().default(true),
});

export type ResolvedLoadBalancer = z.output<typeof loadBalancerSpec>;
