import { nameOf } from '../gcp-shapes';
import { literally } from '../reference';
import type { Rule } from '../rule';

const compute = /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Lengths and letters of the names that each service accepts. */
const names: Readonly<Record<string, RegExp>> = {
  google_artifact_registry_repository: /^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
  // The service behind a function has its name, and a shorter limit.
  google_cloudfunctions2_function: /^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/,
  google_cloud_run_v2_service: /^[a-z](?:[a-z0-9-]{0,47}[a-z0-9])?$/,
  google_cloud_scheduler_job: /^[\w-]{1,500}$/,
  google_compute_backend_service: compute,
  google_compute_global_address: compute,
  google_compute_global_forwarding_rule: compute,
  google_compute_region_network_endpoint_group: compute,
  google_compute_target_http_proxy: compute,
  google_compute_url_map: compute,
  google_firestore_database: /^(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-)[a-z][a-z0-9-]{2,61}[a-z0-9]$/,
  google_parameter_manager_parameter: /^[\w-]{1,63}$/,
  google_pubsub_subscription: /^(?!goog)[a-zA-Z][\w.~+%-]{2,254}$/,
  google_pubsub_topic: /^(?!goog)[a-zA-Z][\w.~+%-]{2,254}$/,
  google_secret_manager_secret: /^[\w-]{1,255}$/,
};

export const rule: Rule = {
  title: 'A name fits the letters and the length that its service has for it, and is used once.',
  sources: [
    'https://docs.cloud.google.com/compute/docs/naming-resources',
    'https://docs.cloud.google.com/pubsub/docs/pubsub-basics#resource_names',
    'https://docs.cloud.google.com/firestore/docs/manage-databases#database_id',
    'https://docs.cloud.google.com/run/docs/deploying',
  ],
  of: Object.keys(names),
  *check(one, view) {
    const name = nameOf(one);
    if (!names[one.type]!.test(literally(name, 'x'))) yield `is named ${name}`;
    if (view.of(one.type).filter((each) => nameOf(each) === name).length > 1) yield `shares the name ${name}`;
  },
  counterCase: (view) => {
    view.one('google_pubsub_topic').set('name', 'goog-topic');
  },
};
