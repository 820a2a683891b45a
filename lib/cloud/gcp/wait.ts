import type { ResolvedArchitecture } from '../../model/architecture';
import { part, type PlanText } from '../part';
import type { GcpBuildPlan } from './build';
import { actsOnMessages, hearsBucket, pubsubMember, storageMember } from './service-agent';
import { services } from './services';

/**
 * A wait until what was created or granted before it has taken effect everywhere. A change of access takes 2 minutes
 * typically, and 7 minutes or longer in rare cases: https://cloud.google.com/iam/docs/access-change-propagation
 * Google's own sample of a function with a build account waits for 60 seconds:
 * https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/cloudfunctions2_function
 *
 * It costs that time once. It starts again when one of the values changes that it waits since, such as a new role.
 */
export interface GcpWaitPlan {
  readonly duration: string;
  readonly since: Readonly<Record<string, PlanText>>;
  /** The Google APIs that must be enabled before it begins. */
  readonly needs: readonly string[];
}

/** The waits of the foundation, by what follows them; absent: nothing has to wait. */
export interface GcpWaits {
  /** Before roles for service agents: Google refuses a role for an agent that it doesn't find yet. */
  readonly agents?: GcpWaitPlan;
  /** Before the first build: it needs its APIs, their service agents, and the build account's roles. */
  readonly build?: GcpWaitPlan;
}

/** The name of a wait of the foundation. */
export type GcpWait = keyof GcpWaits;

const duration = '120s';

/** The Google APIs that build and run functions. */
export const buildServices = [services.artifacts, services.build, services.functions, services.run];

/** Plans the waits of the foundation. `build` is what builds functions, if there are any. */
export function planWaits(architecture: ResolvedArchitecture, build?: GcpBuildPlan): GcpWaits {
  const agents = {
    ...(actsOnMessages(architecture) && { pubsub: pubsubMember }),
    ...(hearsBucket(architecture) && { storage: storageMember }),
  };
  return {
    ...(Object.keys(agents).length > 0 && { agents: { duration, since: agents, needs: [] } }),
    ...(build && { build: planBuildWait(build) }),
  };
}

const planBuildWait = ({ roles }: GcpBuildPlan): GcpWaitPlan => ({
  duration,
  since: {
    account: [part('foundation', 'buildAccount', 'email')],
    roles: [[...new Set([...roles.project.map(({ role }) => role), roles.bucket, roles.repository])].sort().join(' ')],
    services: [buildServices.join(' ')],
  },
  needs: buildServices,
});

/** The wait between a permission of Cloud Storage to publish to a topic and its use, which Google tries at once. */
export const planPublisherWait = (topic: string): GcpWaitPlan => ({
  duration,
  since: { publisher: storageMember, topic: [topic] },
  needs: [],
});
