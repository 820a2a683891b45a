import { counters, type Mutation } from './mutation';
import { orders } from './gcp-cdktf.orders';
import type { Places } from './places';

const refTo = (places: Places, place: string, attribute: string): string => `\${${places.id(place)}.${attribute}}`;

const web: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'one instance fewer',
    make: (places) => void (places.at('services/web/Service').scaling.manual_instance_count = 2),
    seen: ['services.web.coldStart.provisioned'],
  },
  {
    what: 'as many instances as the load needs',
    make: (places) => void (places.at('services/web/Service').scaling.scaling_mode = 'AUTOMATIC'),
    seen: ['services.web.coldStart', 'services.web!scaling.manual_instance_count'],
  },
  {
    what: 'twice the memory',
    make: (places) =>
      void (places.at('services/web/Service').template.containers[0].resources.limits.memory = '1024Mi'),
    seen: ['services.web.memoryMiB'],
  },
  {
    what: 'another image',
    make: (places) => void (places.at('services/web/Service').template.containers[0].image = 'nginx:latest'),
    seen: ['services.web.image'],
  },
  {
    what: 'another port',
    make: (places) => void (places.at('services/web/Service').template.containers[0].ports.container_port = 8081),
    seen: ['services.web.port', 'services.web!template.containers'],
  },
  {
    what: 'callers from inside alone',
    make: (places) => void (places.at('services/web/Service').ingress = 'INGRESS_TRAFFIC_INTERNAL_ONLY'),
    seen: ['services.web.ingress'],
  },
  {
    what: 'callers asked who they are',
    make: (places) => void (places.at('services/web/Service').invoker_iam_disabled = false),
    seen: ['services.web.ingress'],
  },
  {
    what: 'the account that builds in place of its own',
    make: (places) =>
      void (places.at('services/web/Service').template.service_account = refTo(
        places,
        'foundation/BuildAccount',
        'email',
      )),
    seen: ['services.web!template.service_account'],
  },
  {
    what: 'another check',
    make: (places) =>
      void (places.at('services/web/Service').template.containers[0].liveness_probe.http_get.path = '/other'),
    seen: ['services.web.healthCheck.path', 'services.web!template.containers'],
  },
  {
    what: "an owner's role for the account that builds",
    make: (places) => void (places.at('foundation/BuildWritesLogs').role = 'roles/owner'),
    seen: ['foundation.build.roles.project'],
  },
  {
    what: 'source that everybody may read',
    make: (places) => void (places.at('foundation/SourceBucket').public_access_prevention = 'inherited'),
    seen: ['foundation!public_access_prevention'],
  },
  {
    what: 'a service of Google less',
    make: (places) => places.remove('foundation/EnableRun'),
    seen: ['foundation.services', 'services.web.needs', 'services.web!depends_on.0'],
  },
  {
    what: 'an output that is a text',
    make: ({ artefact }) => void (artefact.output.url.value = 'https://example.com'),
    seen: ['outputs.url'],
  },
  {
    what: 'an exported document that says more',
    make: (places) => {
      const version = places.at('foundation/GroundVersion');
      version.parameter_data = version.parameter_data.replace('{', '{"more":"x",');
    },
    seen: ['foundation.exported.keys', 'foundation!parameter_data.join'],
  },
  {
    what: 'a bucket that nobody asked for',
    make: (places) => places.add('services/web/Service', 'google_storage_bucket', { name: 'x' }),
    seen: ['services.web!'],
  },
  {
    what: 'a label',
    make: (places) => void (places.at('services/web/Service').labels = { team: 'x' }),
    seen: ['services.web.tags.team'],
  },
];

const polyglot: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'nobody let in',
    make: (places) => places.remove('functions/go/InvokeAnyone'),
    seen: ['functions.go.http', 'functions.go.invokedBy'],
  },
  {
    what: 'one more who may invoke',
    make: (places) =>
      places.copy('functions/go/InvokeAnyone', (grant) => {
        grant.member = 'user:someone@example.com';
      }),
    seen: ['functions.go.http', 'functions.go.invokedBy', 'functions.go!member'],
  },
  {
    what: 'everybody let in to do more than invoke',
    make: (places) => void (places.at('functions/go/InvokeAnyone').role = 'roles/run.admin'),
    seen: ['functions.go.http', 'functions.go.invokedBy', 'functions.go!member', 'functions.go!role'],
  },
  {
    what: 'the archive of another function',
    make: (places) =>
      void (places.at('functions/go/SourceObject').source = places.at('functions/python/SourceObject').source),
    seen: ['functions.go.code.sha256', 'functions.go!name'],
  },
  {
    what: 'an upper bound of instances',
    make: (places) => void (places.at('functions/go/Function').service_config.max_instance_count = 1),
    seen: ['functions.go.coldStart.dynamic'],
  },
  {
    what: "another function's source",
    make: (places) =>
      void (places.at('functions/go/Function').build_config.source =
        places.at('functions/python/Function').build_config.source),
    seen: ['functions.go!build_config.source'],
  },
  {
    what: 'ingress from inside alone',
    make: (places) =>
      void (places.at('functions/python/Function').service_config.ingress_settings = 'ALLOW_INTERNAL_ONLY'),
    seen: ['functions.python.http', 'functions.python.invokedBy'],
  },
  {
    what: 'another language',
    make: (places) => void (places.at('functions/go/Function').build_config.runtime = 'go127'),
    seen: ['functions.go.runtime'],
  },
  {
    what: 'another entry point',
    make: (places) => void (places.at('functions/go/Function').build_config.entry_point = 'Other'),
    seen: ['functions.go.handler'],
  },
  {
    what: 'an output that points at the other function',
    make: ({ artefact: { output } }) => void (output.goEndpoint.value = output.pythonEndpoint.value),
    seen: ['outputs.goEndpoint'],
  },
  {
    what: 'a function that is built before anybody may build it',
    make: (places) => {
      const handler = places.at('functions/go/Function');
      const role = places.id('foundation/BuildWritesImages');
      handler.depends_on = handler.depends_on.filter((address: string) => address !== role);
    },
    seen: [
      'functions.go.needs',
      'functions.go!depends_on.0',
      'functions.go!depends_on.1',
      'functions.go!depends_on.2',
      'functions.go!depends_on.3',
      'functions.go!depends_on.4',
      'functions.go!depends_on.5',
    ],
  },
];

const counter: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'a wider role',
    make: (places) => void (places.at('functions/counter/UseTablesCounter').role = 'roles/datastore.owner'),
    seen: ['functions.counter.uses', 'functions.counter!role'],
  },
  {
    what: 'a role on every database',
    make: (places) => delete places.at('functions/counter/UseTablesCounter').condition,
    seen: ['functions.counter.uses', 'functions.counter!role'],
  },
  {
    what: 'a role that lets it read alone',
    make: (places) => void (places.at('functions/counter/UseTablesCounter').role = 'roles/datastore.viewer'),
    seen: ['functions.counter.uses.tables.counter'],
  },
  {
    what: 'the role for somebody else',
    make: (places) =>
      void (places.at('functions/counter/UseTablesCounter').member = refTo(
        places,
        'foundation/BuildAccount',
        'member',
      )),
    seen: ['functions.counter.uses', 'functions.counter!member'],
  },
  {
    what: 'memory doubled',
    make: (places) => void (places.at('functions/counter/Function').service_config.available_memory = '512Mi'),
    seen: ['functions.counter.memoryMiB'],
  },
  {
    what: 'a database that goes with the stack',
    make: (places) => void (places.at('tables/counter/Database').deletion_policy = 'DELETE'),
    seen: ['tables.counter.retain'],
  },
  {
    what: 'a database without protection',
    make: (places) =>
      void (places.at('tables/counter/Database').delete_protection_state = 'DELETE_PROTECTION_DISABLED'),
    seen: ['tables.counter.retain'],
  },
  {
    what: 'a database that Terraform may destroy',
    make: (places) => delete places.at('tables/counter/Database').lifecycle,
    seen: ['tables.counter.retain'],
  },
  {
    what: 'many requests at once',
    make: (places) =>
      void (places.at('functions/counter/Function').service_config.max_instance_request_concurrency = 80),
    seen: ['functions.counter!service_config.max_instance_request_concurrency'],
  },
  {
    what: 'one more variable in the environment',
    make: (places) => void (places.at('functions/counter/Function').service_config.environment_variables.DEBUG = '1'),
    seen: ['functions.counter.environment.DEBUG'],
  },
  {
    what: 'the name of a table as text',
    make: (places) =>
      void (places.at('functions/counter/Function').service_config.environment_variables.COUNTER_TABLE = 'counter'),
    seen: ['functions.counter.environment.COUNTER_TABLE'],
  },
  {
    what: 'another name',
    make: (places) => void (places.at('functions/counter/Function').name = 'counter'),
    seen: ['functions.counter.physicalNames.function'],
  },
];

/** What can be different in Terraform's JSON, and where it is seen. */
export const mutations: readonly Mutation[] = [
  ...web.map((mutation) => ({ of: ['web'] as const, ...mutation })),
  ...polyglot.map((mutation) => ({ of: ['polyglot'] as const, ...mutation })),
  ...counter.map((mutation) => ({ of: counters, ...mutation })),
  ...orders.map((mutation) => ({ of: ['orders'] as const, ...mutation })),
  {
    of: ['provisioned'],
    what: 'warm instances dropped',
    make: (places) => void (places.at('functions/counter/Function').service_config.min_instance_count = 0),
    seen: ['functions.counter.coldStart.provisioned'],
  },
];
