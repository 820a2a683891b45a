import type { Rule } from '../rule';

const types = `google_artifact_registry_repository google_cloudfunctions2_function google_cloud_run_v2_service
  google_parameter_manager_parameter google_pubsub_subscription google_pubsub_topic google_secret_manager_secret
  google_storage_bucket google_compute_global_address google_compute_global_forwarding_rule`.split(/\s+/);

export const rule: Rule = {
  title:
    'A resource has 64 labels, of 63 lower-case letters, digits, hyphens and underscores; keys begin with a letter.',
  sources: ['https://docs.cloud.google.com/resource-manager/docs/labels-overview'],
  of: types,
  where: (one) => one.entries('labels').length > 0,
  *check(one) {
    const labels = one.entries('labels');
    if (labels.length > 64) yield `has ${labels.length} labels`;
    for (const [key, value] of labels) {
      if (!/^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_-]{0,62}$/u.test(key)) yield `has the label ${key}`;
      if (!/^[\p{Ll}\p{Lo}\p{N}_-]{0,63}$/u.test(String(value))) yield `is labelled ${String(value)}`;
    }
  },
  counterCase: (view) => {
    view.one('google_pubsub_topic').set('labels', { Team: 'x' });
  },
};
