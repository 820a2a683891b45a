import { grantsTo } from '../gcp-shapes';
import type { Rule } from '../rule';

const needed: Readonly<Record<string, RegExp>> = {
  google_project_iam_member: /^roles\/logging\.logWriter$/,
  google_artifact_registry_repository_iam_member: /^roles\/artifactregistry\.(?:writer|repoAdmin)$/,
};

export const rule: Rule = {
  title: 'A build with an account of its own writes logs to the project and an image to the repository.',
  sources: [
    'https://docs.cloud.google.com/functions/docs/securing/build-custom-sa',
    'https://docs.cloud.google.com/build/docs/securing-builds/configure-user-specified-service-accounts',
  ],
  of: ['google_cloudfunctions2_function'],
  with: ['google_artifact_registry_repository_iam_member'],
  *check(handler, view) {
    const [account] = view.named(handler, 'build_config.service_account', 'google_service_account');
    const grants = account ? grantsTo(account, view) : [];
    for (const [type, role] of Object.entries(needed)) {
      const own = grants.filter((one) => one.type === type && role.test(one.text('role')));
      if (!own.some((one) => view.isAfter(handler, one))) yield `may be built before ${role.source}`;
    }
    if (!view.named(handler, 'build_config.docker_repository', 'google_artifact_registry_repository').length)
      yield 'writes its image to a repository that the account has no role on';
  },
  counterCase: (view) => {
    view.forget(...view.of('google_artifact_registry_repository_iam_member'));
  },
};
