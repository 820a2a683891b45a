import type { Rule } from '../rule';

const first = ['cloudresourcemanager.googleapis.com', 'serviceusage.googleapis.com'];

export const rule: Rule = {
  title:
    'Enabling an API reads the project, so Cloud Resource Manager and Service Usage are enabled before the others.',
  sources: [
    'https://github.com/hashicorp/terraform-provider-google/issues/6101',
    'https://github.com/hashicorp/terraform-provider-google/issues/11435',
    'https://github.com/GoogleCloudPlatform/k8s-config-connector/issues/135',
  ],
  of: ['google_project_service'],
  where: (one) => !first.includes(one.text('service')),
  *check(one, view) {
    for (const api of first) {
      const enabled = view.of('google_project_service').filter((each) => each.text('service') === api);
      if (!enabled.some((each) => view.isAfter(one, each))) yield `may be enabled before ${api}`;
    }
  },
  counterCase: (view) => {
    view.forget(...view.of('google_project_service').filter((one) => first.includes(one.text('service'))));
  },
};
