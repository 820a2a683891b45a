import type { Rule } from '../rule';

/** Roles that hold for a project since no resource takes them, and are harmless there. */
const alone = ['roles/logging.logWriter', 'roles/cloudtrace.agent', 'roles/run.builder', 'roles/pubsub.serviceAgent'];

export const rule: Rule = {
  title: 'A role on the project reaches everything in it, so a condition names what it is for.',
  sources: ['https://docs.cloud.google.com/iam/docs/using-iam-securely'],
  of: ['google_project_iam_member'],
  *check(grant) {
    if (!grant.get('condition') && !alone.includes(grant.text('role')))
      yield `gives ${grant.text('role')} on everything`;
  },
  counterCase: (view) => {
    view.one('google_project_iam_member', (one) => one.get('condition') !== undefined).set('condition', undefined);
  },
};
