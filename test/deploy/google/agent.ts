import { isGrant, ofType, textAt, type GoogleProject, type Refusal } from './resource';

/**
 * What creates each service agent. Binding a role to an account that doesn't exist is refused, and enabling an API
 * doesn't create its agent: https://docs.cloud.google.com/iam/docs/create-service-agents
 */
const agents: readonly { readonly account: RegExp; readonly exists: (project: GoogleProject) => boolean }[] = [
  {
    account: /^service-\d+@gcp-sa-pubsub\./,
    exists: (project) =>
      ofType(project, 'google_project_service_identity').some(
        (one) => textAt(one, 'service') === 'pubsub.googleapis.com',
      ),
  },
  {
    account: /^service-\d+@gs-project-accounts\./,
    exists: ({ read }) => read.has('google_storage_project_service_account'),
  },
  {
    // Created with the project's first channel of that type: https://docs.cloud.google.com/monitoring/support/notification-options#pubsub
    account: /^service-\d+@gcp-sa-monitoring-notification\./,
    exists: (project) =>
      ofType(project, 'google_monitoring_notification_channel').some((one) => textAt(one, 'type') === 'pubsub'),
  },
];

/** Refuses a role for an account that nothing has created. */
export const missingAccount: Refusal = (asked, project) => {
  const account = /^serviceAccount:(.*)$/.exec(textAt(asked, 'member'))?.[1];
  if (!isGrant(asked) || account === undefined) return undefined;
  const agent = agents.find((one) => one.account.test(account));
  const exists = agent
    ? agent.exists(project)
    : ofType(project, 'google_service_account').some((one) => textAt(one, 'email') === account);
  return exists ? undefined : `googleapi: Error 400: Service account ${account} does not exist., badRequest`;
};
