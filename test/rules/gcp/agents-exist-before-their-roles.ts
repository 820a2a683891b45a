import { agentIn, memberTypes } from '../gcp-shapes';
import type { Rule } from '../rule';

/** What makes an agent exist: its identity, its data source, or the first resource of its service. */
const made: Readonly<Record<string, readonly string[]>> = {
  'gcp-sa-pubsub': ['google_project_service_identity'],
  'gcp-sa-monitoring': ['google_project_service_identity', 'google_monitoring_notification_channel'],
};

export const rule: Rule = {
  title:
    'IAM refuses a role for an agent that does not exist yet: enabling the API of Pub/Sub does not make its agent.',
  sources: [
    'https://docs.cloud.google.com/iam/docs/create-service-agents',
    'https://github.com/hashicorp/terraform-provider-google/issues/10114',
    'https://github.com/Liscor/terraform_dataform_ga4_pipeline/issues/1',
  ],
  of: memberTypes,
  where: (grant) => /gcp-sa-/.test(grant.text('member')),
  *check(grant, view) {
    const agent = agentIn(grant.text('member')) ?? '';
    const makers = view
      .of(...(made[agent] ?? []))
      .filter(
        (one) => one.type !== 'google_project_service_identity' || one.text('service').startsWith(agent.slice(7)),
      );
    if (!makers.some((one) => view.isAfter(grant, one))) yield `may be made before ${agent}`;
  },
  counterCase: (view) => {
    view.remove(...view.of('google_project_service_identity', 'google_monitoring_notification_channel'));
  },
};
