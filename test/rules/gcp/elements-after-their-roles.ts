import { elementTypes, grantsTo, runsAs } from '../gcp-shapes';
import type { Rule } from '../rule';

export const rule: Rule = {
  title: 'An element starts after the roles of its account, so that its first request has its rights.',
  sources: ['https://docs.cloud.google.com/iam/docs/access-change-propagation'],
  of: elementTypes,
  where: (element, view) => {
    const account = runsAs(element, view);
    return account !== undefined && grantsTo(account, view).length > 0;
  },
  *check(element, view) {
    for (const grant of grantsTo(runsAs(element, view)!, view))
      if (!view.isAfter(element, grant)) yield `may start before ${grant.id}`;
  },
  counterCase: (view) => {
    view.forget(...view.of('google_storage_bucket_iam_member', 'google_pubsub_topic_iam_member'));
  },
};
