import type { Rule } from '../rule';

const apis = ['artifactregistry', 'cloudbuild', 'cloudfunctions', 'run', 'logging', 'storage'];

export const rule: Rule = {
  title: 'A function of the second generation needs the APIs of builds, images, runs and storage.',
  sources: ['https://docs.cloud.google.com/functions/docs/create-deploy-gcloud'],
  of: ['google_cloudfunctions2_function'],
  *check(handler, view) {
    for (const api of apis.filter((one) => one !== 'logging')) {
      const enabled = view
        .of('google_project_service')
        .filter((one) => one.text('service') === `${api}.googleapis.com`);
      if (!enabled.some((one) => view.isAfter(handler, one))) yield `may be made before ${api}`;
    }
  },
  counterCase: (view) => {
    view.forget(
      ...view.of('google_project_service').filter((one) => one.text('service') === 'cloudbuild.googleapis.com'),
    );
  },
};
