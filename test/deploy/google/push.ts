import { ofType, textAt, type GoogleProject, type Refusal } from './resource';

/** The paths of the addresses that services of Google call. */
const addresses: Readonly<Record<string, readonly string[]>> = {
  google_pubsub_subscription: ['push_config', 'push_endpoint'],
  google_cloud_scheduler_job: ['http_target', 'uri'],
};

/** True if a function admits only internal callers at an address. */
const isInternal = (host: string, project: GoogleProject): boolean =>
  ofType(project, 'google_cloudfunctions2_function').some(
    (one) =>
      textAt(one, 'service_config', 'ingress_settings') !== 'ALLOW_ALL' && textAt(one, 'url').includes(`://${host}/`),
  );

/**
 * Refuses a caller that could never get through: Pub/Sub and Cloud Scheduler count as internal only at the run.app
 * address. Google accepts the resource, and each call fails with 404.
 * https://docs.cloud.google.com/run/docs/securing/ingress
 */
export const unreachableAddress: Refusal = (asked, project) => {
  const path = addresses[asked.type];
  const address = path && textAt(asked, ...path);
  if (!address) return undefined;
  const { host } = new URL(address);
  return host.endsWith('.cloudfunctions.net') && isInternal(host, project)
    ? `404: ${address} isn't a run.app address, and its function admits only internal callers`
    : undefined;
};
