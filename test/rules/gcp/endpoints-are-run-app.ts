import { elementTypes } from '../gcp-shapes';
import type { Rule } from '../rule';
import { referencesIn } from '../reference';

const paths = ['push_config', 'http_target'];

export const rule: Rule = {
  title: 'Pub/Sub and Scheduler are internal callers only at run.app, not at cloudfunctions.net.',
  sources: [
    'https://docs.cloud.google.com/run/docs/securing/ingress',
    'https://github.com/firebase/firebase-functions/issues/1734',
  ],
  of: ['google_pubsub_subscription', 'google_cloud_scheduler_job'],
  where: (one, view) => paths.some((path) => view.named(one, path, ...elementTypes).length > 0),
  *check(one, view) {
    for (const path of paths)
      for (const { id, attribute } of referencesIn(one.get(path)))
        if (view.find(id)?.type === 'google_cloudfunctions2_function' && attribute === 'url')
          yield `calls ${id} at cloudfunctions.net`;
  },
  counterCase: (view) => {
    const handler = view.one('google_cloudfunctions2_function');
    const job = view.one('google_cloud_scheduler_job');
    job.set('http_target.uri', `‹${handler.id}|url›/warm`);
  },
};
