import { isGrant, ofType, textAt, type GoogleProject, type GoogleResource, type Refusal } from './resource';

/** True of a grant to everyone. */
const isPublic = (one: GoogleResource): boolean =>
  isGrant(one) && /^all(?:Authenticated)?Users$/.test(textAt(one, 'member'));

/** Refuses public members where the organization does: https://docs.cloud.google.com/organization-policy/restrict-domains */
export const restrictedMember: Refusal = (asked, { restrictsDomains }) =>
  restrictsDomains && isPublic(asked)
    ? 'googleapi: Error 400: One or more users named in the policy do not belong to a permitted customer, perhaps due to an organization policy.'
    : undefined;

/** The addresses that subscriptions and jobs call. */
const calledIn = (project: GoogleProject): readonly string[] => [
  ...ofType(project, 'google_pubsub_subscription').map((one) => textAt(one, 'push_config', 'push_endpoint')),
  ...ofType(project, 'google_cloud_scheduler_job').map((one) => textAt(one, 'http_target', 'uri')),
];

/**
 * Refuses to let anyone call what a subscription or a job calls, whichever comes first: they share the address, so
 * anyone could forge an event. No service of Google's checks that.
 */
export const forgeableEvents: Refusal = (asked, project) => {
  const all = { ...project, resources: [...project.resources, asked] };
  const open = all.resources.filter((one) => isPublic(one) && one.type.startsWith('google_cloud_run_'));
  for (const grant of open) {
    const service = (textAt(grant, 'service') || textAt(grant, 'name')).split('/').at(-1)!;
    const event = calledIn(all).find((address) => address.startsWith(`https://${service}-`));
    if (event) return `anyone may call ${service}, which receives events at ${event}`;
  }
  return undefined;
};
