import type { Resource, View } from './view';

/** The types that give somebody a role. */
export const memberTypes = [
  'google_artifact_registry_repository_iam_member',
  'google_cloud_run_service_iam_member',
  'google_cloud_run_v2_service_iam_member',
  'google_cloudfunctions2_function_iam_member',
  'google_project_iam_member',
  'google_pubsub_subscription_iam_member',
  'google_pubsub_topic_iam_member',
  'google_secret_manager_secret_iam_member',
  'google_service_account_iam_member',
  'google_storage_bucket_iam_member',
] as const;

/** What runs code. */
export const elementTypes = ['google_cloudfunctions2_function', 'google_cloud_run_v2_service'] as const;

export const nameOf = (one: Resource): string =>
  ['name', 'account_id', 'repository_id', 'secret_id', 'role_id', 'parameter_id']
    .map((key) => one.text(key))
    .find(Boolean) ?? '';

/** The roles that an account has, as the resources that give them. */
export const grantsTo = (account: Resource, view: View): Resource[] =>
  view.of(...memberTypes).filter((one) => one.refers('member').includes(account.id));

/** What an IAM resource is about: the resource whose policy it changes. */
export function boundTo(grant: Resource, view: View): Resource | undefined {
  const paths = [
    'service',
    'name',
    'cloud_function',
    'topic',
    'subscription',
    'secret_id',
    'bucket',
    'repository',
    'service_account_id',
  ];
  return paths.flatMap((path) => view.named(grant, path)).find(({ type }) => !type.startsWith('data.'));
}

/** The account that a function or a service runs as. */
export const runsAs = (element: Resource, view: View): Resource | undefined =>
  [
    ...view.named(element, 'service_config.service_account_email'),
    ...view.named(element, 'template.service_account'),
  ].find(({ type }) => type === 'google_service_account');

/** The element whose endpoint a text calls. */
export const calledBy = (one: Resource, path: string, view: View): Resource | undefined =>
  view.named(one, path, ...elementTypes)[0];

/** Whether only callers inside of the project, or a load balancer, reach an element. */
export const isInternal = (element: Resource): boolean =>
  /INTERNAL/.test(element.text('service_config.ingress_settings') + element.text('ingress'));

/** What calls an element on its own: jobs that post to it, and push subscriptions. */
export const callersOf = (element: Resource, view: View): Resource[] => [
  ...view
    .of('google_cloud_scheduler_job')
    .filter(
      (job) =>
        calledBy(job, 'http_target.uri', view) === element && !/googleapis\.com/.test(job.text('http_target.uri')),
    ),
  ...view
    .of('google_pubsub_subscription')
    .filter((one) => calledBy(one, 'push_config.push_endpoint', view) === element),
];

/** Whether anybody may call an element. */
export const isOpen = (element: Resource, view: View): boolean =>
  element.get('invoker_iam_disabled') === true ||
  view
    .of(...memberTypes)
    .some((one) => /^all(?:Authenticated)?Users$/.test(one.text('member')) && boundTo(one, view) === element);

export const pubsubAgent = /gcp-sa-pubsub/;

/** Whether a member is an account that Google makes, and no stack. */
export const agentIn = (member: string): string | undefined => /@(gcp-sa-[a-z]+|gs-project-accounts)/.exec(member)?.[1];
