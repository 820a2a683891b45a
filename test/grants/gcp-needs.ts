import type { ResolvedArchitecture } from '../../lib/model/architecture';
import { ownIn } from '../../lib/model/existing';
import type { WithTriggers } from '../../lib/model/trigger';
import { used, type Holder, type Need } from './needs';

const invoker = 'roles/run.invoker';
const publisher = 'roles/pubsub.publisher';

/** What each verb is on Google Cloud: a role, on what of the element. */
const verbs: Readonly<Record<string, readonly [role: string, on: string]>> = {
  'functions invoke': [invoker, 'function'],
  'services invoke': [invoker, 'service'],
  'queues send': [publisher, 'topic'],
  'topics publish': [publisher, 'topic'],
  'buckets read': ['roles/storage.objectViewer', 'bucket'],
  // No role of Google's writes objects or items and doesn't read them.
  'buckets write': ['roles/storage.objectUser', 'bucket'],
  'buckets readwrite': ['roles/storage.objectUser', 'bucket'],
  'tables read': ['roles/datastore.viewer', 'database'],
  'tables write': ['roles/datastore.user', 'database'],
  'tables readwrite': ['roles/datastore.user', 'database'],
  'secrets read': ['roles/secretmanager.secretAccessor', 'secret'],
};

/** The only roles on the project: each with the reason why. */
export const wide: Readonly<Record<string, string>> = {
  'roles/logging.logWriter on the project':
    "what Cloud Build logs has no resource of its own; an architecture's one build account",
  'roles/storage.objectViewer on the project if resource.name.startsWith("projects/_/buckets/gcf-v2-sources-")':
    'Cloud Functions makes that bucket at the first build: https://github.com/hashicorp/terraform-provider-google/issues/20571',
  ...Object.fromEntries(
    ['viewer', 'user'].map((role) => [
      `roles/datastore.${role} on the project if resource.name == "projects/P/databases/tables.* database"`,
      'a database takes no role by itself: https://cloud.google.com/firestore/docs/security/iam',
    ]),
  ),
};

/** All that may be done on Google Cloud, by what the model says. */
export function* needsOnGcp(architecture: ResolvedArchitecture): Generator<Need> {
  const { functions, services, queues, alarms } = architecture;
  const build = 'foundation build service-account';
  if (Object.keys(functions).length > 0) {
    yield ['build', `${build} has roles/storage.objectViewer on foundation source bucket`];
    yield ['build', `${build} has roles/artifactregistry.writer on foundation repository`];
    yield ['build', `${build} has roles/logging.logWriter on the project`];
    yield [
      'build',
      `${build} has roles/storage.objectViewer on the project if resource.name.startsWith("projects/_/buckets/gcf-v2-sources-")`,
    ];
  }
  for (const [name, spec] of Object.entries(functions)) {
    const [id, self] = [`functions.${name}`, `functions.${name} function`];
    yield ['identity', `${self} build-config acts as ${build}`];
    yield ['identity', `${self} service-config acts as ${id} service-account`];
    yield* holderNeeds(id, 'function', spec);
    if (spec.http === 'public') yield ['public', `allUsers has ${invoker} on ${self} by ALLOW_ALL`];
  }
  for (const [name, spec] of Object.entries(services)) {
    const [id, self] = [`services.${name}`, `services.${name} service`];
    yield ['identity', `${self} template acts as ${id} service-account`];
    yield* holderNeeds(id, 'service', spec);
    if (spec.ingress === 'public') yield ['public', `anyone may call ${self}`];
  }
  for (const { routes } of Object.values(architecture.apis)) yield* routesNeed(routes, architecture);
  for (const name of Object.keys(ownIn(queues))) yield* queueNeeds(name, architecture);
  for (const [kind, of] of [
    ['functions', functions],
    ['services', services],
  ] as const)
    if (Object.values(of).some(({ coldStart }) => isByTheClock(coldStart)))
      for (const permission of ['get', 'update'])
        yield [
          'scaling',
          `foundation scale-${kind} role holds ${kind === 'functions' ? 'cloudfunctions' : 'run'}.${kind}.${permission}`,
        ];
  if (alarms) yield ['alarms', `gcp-sa-monitoring-notification has ${publisher} on topics.${alarms.notify} topic`];
}

/** A load balancer can't say who it is; the function's ingress lets nobody else come that far. */
function* routesNeed(
  routes: ResolvedArchitecture['apis'][string]['routes'],
  { functions, apis }: ResolvedArchitecture,
): Generator<Need> {
  for (const { to } of Object.values(routes)) {
    const { http } = functions[to.split('.')[1]!]!;
    // What takes all that there is of an API is the API, at its own address.
    const isItself = Object.values(apis).some(({ routes: all }) => {
      const [[what, target] = [], ...others] = Object.entries(all);
      return others.length === 0 && /^ANY \/\{\w+\+\}$/.test(what ?? '') && target?.to === to;
    });
    const ingress = isItself || http === 'public' ? 'ALLOW_ALL' : 'ALLOW_INTERNAL_AND_GCLB';
    yield ['routes', `allUsers has ${invoker} on ${to} function by ${ingress}`];
  }
}

const isByTheClock = ({ scheduled }: Holder['coldStart']): boolean => (scheduled ?? []).length > 0;

function* holderNeeds(id: string, noun: 'function' | 'service', spec: Holder): Generator<Need> {
  const self = `${id} ${noun}`;
  for (const [kind, name, verb] of used(spec)) {
    const [role, on] = verbs[`${kind} ${verb}`]!;
    const where =
      kind === 'tables'
        ? `the project if resource.name == "projects/P/databases/tables.${name} ${on}"`
        : `${kind}.${name} ${on}`;
    yield ['uses', `${id} service-account has ${role} on ${where}`];
  }
  if (spec.coldStart.warming) {
    yield ['warming', `${id} warmer service-account has ${invoker} on ${self}`];
    yield ['identity', `${id} warmer job oidc-token acts as ${id} warmer service-account`];
  }
  if (isByTheClock(spec.coldStart)) {
    yield ['scaling', `${id} scheduler service-account has foundation scale-${noun}s role on ${self}`];
    yield ['scaling', `${id} scheduler service-account has roles/iam.serviceAccountUser on ${id} service-account`];
    if (noun === 'function')
      yield [
        'scaling',
        `${id} scheduler service-account has roles/iam.serviceAccountUser on foundation build service-account`,
      ];
    for (const { name } of spec.coldStart.scheduled!)
      for (const edge of ['start', 'end'])
        yield ['identity', `${id} scheduled-${name}-${edge} job oauth-token acts as ${id} scheduler service-account`];
  }
  if (spec.triggers.length > 0) yield ['event', `${id} trigger service-account has ${invoker} on ${self}`];
  // Pub/Sub calls with tokens of that account, which it creates itself.
  if (spec.triggers.some((trigger) => 'queue' in trigger || 'topic' in trigger || 'bucket' in trigger))
    yield ['event', `gcp-sa-pubsub has roles/iam.serviceAccountOpenIdTokenCreator on ${id} trigger service-account`];
  yield* triggerNeeds(id, spec);
}

function* triggerNeeds(id: string, { triggers, retry }: WithTriggers): Generator<Need> {
  const pushed = `oidc-token acts as ${id} trigger service-account`;
  for (const [index, trigger] of triggers.entries()) {
    if ('schedule' in trigger || 'rate' in trigger) {
      yield ['identity', `${id} trigger-schedule-${index} job ${pushed}`];
      continue;
    }
    const [kind, source] = Object.entries(trigger).find(([key]) => ['queue', 'topic', 'bucket'].includes(key))!;
    const push = `${id} trigger-${kind}-${String(source)}`;
    yield ['identity', `${push} subscription ${pushed}`];
    if (kind === 'bucket') yield ['event', `storage has ${publisher} on ${push} topic`];
    if (kind === 'queue' || retry?.deadLetter !== undefined)
      yield ['dead letters', `gcp-sa-pubsub has roles/pubsub.subscriber on ${push} subscription`];
  }
}

/** Pub/Sub forwards what nobody could work off, to where the model says. */
function* queueNeeds(name: string, { functions, services }: ResolvedArchitecture): Generator<Need> {
  const holders: readonly WithTriggers[] = [...Object.values(functions), ...Object.values(services)];
  const triggers = holders.flatMap((holder) => holder.triggers.map((trigger) => ({ ...trigger, retry: holder.retry })));
  yield ['dead letters', `gcp-sa-pubsub has ${publisher} on queues.${name} dead-letter topic`];
  if (!triggers.some((trigger) => 'queue' in trigger && trigger.queue === name))
    yield ['dead letters', `gcp-sa-pubsub has roles/pubsub.subscriber on queues.${name} subscription`];
  if (triggers.some((trigger) => ('topic' in trigger || 'bucket' in trigger) && trigger.retry?.deadLetter === name))
    yield ['dead letters', `gcp-sa-pubsub has ${publisher} on queues.${name} topic`];
}
