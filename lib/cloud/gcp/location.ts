import { place, type PlanText } from '../part';

/**
 * The regions that may store messages and secrets: the architecture's own. Without it, Secret Manager replicates to every
 * region, which the organization policy `gcp.resourceLocations` refuses, and Pub/Sub stores a message where it arrives.
 *
 * Topics don't enforce the policy in transit as well: Pub/Sub would then refuse what arrives in another region, such as
 * alarms, and could pause a push.
 * https://docs.cloud.google.com/secret-manager/docs/choosing-replication,
 * https://docs.cloud.google.com/pubsub/docs/resource-location-restriction
 */
export const storedIn: readonly PlanText[] = [[place('region')]];
