import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'A repository keeps every image unless a policy deletes old ones, and a policy in a dry run deletes nothing.',
  sources: [
    'https://docs.cloud.google.com/artifact-registry/docs/repositories/cleanup-policy',
    'https://github.com/hashicorp/terraform-provider-google/issues/23781',
  ],
  of: ['google_artifact_registry_repository'],
  *check(repository) {
    const policies = repository.all('cleanup_policies');
    if (!policies.some((one) => one.text('action') === 'DELETE')) yield 'keeps every image';
    if (repository.get('cleanup_policy_dry_run') === true) yield 'only says what it would delete';
    if (repository.text('format') !== 'DOCKER') yield `has the format ${repository.text('format')}`;
  },
  counterCase: (view) => {
    view.one('google_artifact_registry_repository').set('cleanup_policies', undefined);
  },
};
