import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'The identity of a service is made after its API is enabled, and names that API.',
  sources: [
    'https://docs.cloud.google.com/iam/docs/create-service-agents',
    'https://github.com/hashicorp/terraform-provider-google/issues/19970',
  ],
  of: ['google_project_service_identity'],
  *check(identity, view) {
    const api = identity.text('service');
    const enabled = view.of('google_project_service').filter((one) => one.text('service') === api);
    if (!enabled.some((one) => view.isAfter(identity, one))) yield `may be made before ${api} is enabled`;
  },
  counterCase: (view) => {
    view.forget(...view.of('google_project_service'));
  },
};
