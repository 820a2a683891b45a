import { counters, type Mutation } from './mutation';
import { orders } from './gcp-pulumi.orders';
import type { Places } from './places';

const refTo = (places: Places, place: string, attribute: string) => ({
  $ref: { urn: places.id(place), path: [attribute] },
});

const web: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'one instance fewer',
    make: (places) => void (places.at('web-service').scaling.manualInstanceCount = 2),
    seen: ['services.web.coldStart.provisioned'],
  },
  {
    what: 'as many instances as the load needs',
    make: (places) => void (places.at('web-service').scaling.scalingMode = 'AUTOMATIC'),
    seen: ['services.web.coldStart', 'services.web!inputs.scaling'],
  },
  {
    what: 'twice the memory',
    make: (places) => void (places.at('web-service').template.containers[0].resources.limits.memory = '1024Mi'),
    seen: ['services.web.memoryMiB'],
  },
  {
    what: 'another image',
    make: (places) => void (places.at('web-service').template.containers[0].image = 'nginx:latest'),
    seen: ['services.web.image'],
  },
  {
    what: 'another port',
    make: (places) => void (places.at('web-service').template.containers[0].ports.containerPort = 8081),
    seen: ['services.web.port', 'services.web!inputs.template'],
  },
  {
    what: 'callers from inside alone',
    make: (places) => void (places.at('web-service').ingress = 'INGRESS_TRAFFIC_INTERNAL_ONLY'),
    seen: ['services.web.ingress'],
  },
  {
    what: 'callers asked who they are',
    make: (places) => void (places.at('web-service').invokerIamDisabled = false),
    seen: ['services.web.ingress'],
  },
  {
    what: 'the account that builds in place of its own',
    make: (places) =>
      void (places.at('web-service').template.serviceAccount = refTo(places, 'foundation-build-account', 'email')),
    seen: ['services.web!inputs.template'],
  },
  {
    what: 'another check',
    make: (places) => void (places.at('web-service').template.containers[0].livenessProbe.httpGet.path = '/other'),
    seen: ['services.web.healthCheck.path', 'services.web!inputs.template'],
  },
  {
    what: "an owner's role for the account that builds",
    make: (places) => void (places.at('foundation-build-writes-logs').role = 'roles/owner'),
    seen: ['foundation.build.roles.project'],
  },
  {
    what: 'source that everybody may read',
    make: (places) => void (places.at('foundation-source-bucket').publicAccessPrevention = 'inherited'),
    seen: ['foundation!inputs.publicAccessPrevention'],
  },
  {
    what: 'a service of Google less',
    make: (places) => places.remove('foundation-enable-run'),
    seen: ['foundation.services', 'services.web.needs', 'services.web!options.dependsOn'],
  },
  {
    what: 'an output that is a text',
    make: ({ artefact }) => void (artefact.outputs.url = 'https://example.com'),
    seen: ['outputs.url', '!outputs.outputs'],
  },
  {
    what: 'an exported document that says more',
    make: (places) => {
      const version = places.at('foundation-ground-version');
      const [head, ...rest] = version.parameterData.$join;
      version.parameterData.$join = [head.replace('{', '{"more":"x",'), ...rest];
    },
    seen: ['foundation.exported.keys', 'foundation!inputs.parameterData'],
  },
  {
    what: 'a bucket that nobody asked for',
    make: (places) => places.add('web-service', 'gcp:storage/bucket:Bucket', { name: 'x' }),
    seen: ['services.web!'],
  },
  {
    what: 'a label',
    make: (places) => void (places.at('web-service').labels = { team: 'x' }),
    seen: ['services.web.tags.team'],
  },
];

const polyglot: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'nobody let in',
    make: (places) => places.remove('go-invoke-anyone'),
    seen: ['functions.go.http', 'functions.go.invokedBy'],
  },
  {
    what: 'one more who may invoke',
    make: (places) =>
      places.copy('go-invoke-anyone', (grant) => {
        grant.member = 'user:someone@example.com';
      }),
    seen: ['functions.go.http', 'functions.go.invokedBy', 'functions.go!inputs.member'],
  },
  {
    what: 'everybody let in to do more than invoke',
    make: (places) => void (places.at('go-invoke-anyone').role = 'roles/run.admin'),
    seen: ['functions.go.http', 'functions.go.invokedBy', 'functions.go!inputs.member', 'functions.go!inputs.role'],
  },
  {
    what: 'the archive of another function',
    make: (places) => void (places.at('go-source').source = places.at('python-source').source),
    seen: ['functions.go.code.sha256', 'functions.go!inputs.name'],
  },
  {
    what: 'an upper bound of instances',
    make: (places) => void (places.at('go-function').serviceConfig.maxInstanceCount = 1),
    seen: ['functions.go.coldStart.dynamic'],
  },
  {
    what: "another function's source",
    make: (places) =>
      void (places.at('go-function').buildConfig.source = places.at('python-function').buildConfig.source),
    seen: ['functions.go!inputs.buildConfig'],
  },
  {
    what: 'ingress from inside alone',
    make: (places) => void (places.at('python-function').serviceConfig.ingressSettings = 'ALLOW_INTERNAL_ONLY'),
    seen: ['functions.python.http', 'functions.python.invokedBy'],
  },
  {
    what: 'another language',
    make: (places) => void (places.at('go-function').buildConfig.runtime = 'go127'),
    seen: ['functions.go.runtime'],
  },
  {
    what: 'another entry point',
    make: (places) => void (places.at('go-function').buildConfig.entryPoint = 'Other'),
    seen: ['functions.go.handler'],
  },
  {
    what: 'an output that points at the other function',
    make: ({ artefact: { outputs } }) => void (outputs.goEndpoint = outputs.pythonEndpoint),
    seen: ['outputs.goEndpoint', '!outputs.outputs'],
  },
  {
    what: 'a function that is built before anybody may build it',
    make: (places) => {
      const { options } = places.whole('go-function');
      const role = places.id('foundation-build-writes-images');
      options.dependsOn = options.dependsOn.filter((urn: string) => urn !== role);
    },
    seen: ['functions.go.needs', 'functions.go!options.dependsOn'],
  },
];

const counter: readonly Omit<Mutation, 'of'>[] = [
  {
    what: 'a wider role',
    make: (places) => void (places.at('counter-use-tables-counter').role = 'roles/datastore.owner'),
    seen: ['functions.counter.uses', 'functions.counter!inputs.role'],
  },
  {
    what: 'a role on every database',
    make: (places) => delete places.at('counter-use-tables-counter').condition,
    seen: ['functions.counter.uses', 'functions.counter!inputs.role'],
  },
  {
    what: 'a role that lets it read alone',
    make: (places) => void (places.at('counter-use-tables-counter').role = 'roles/datastore.viewer'),
    seen: ['functions.counter.uses.tables.counter'],
  },
  {
    what: 'the role for somebody else',
    make: (places) =>
      void (places.at('counter-use-tables-counter').member = refTo(places, 'foundation-build-account', 'member')),
    seen: ['functions.counter.uses', 'functions.counter!inputs.member'],
  },
  {
    what: 'memory doubled',
    make: (places) => void (places.at('counter-function').serviceConfig.availableMemory = '512Mi'),
    seen: ['functions.counter.memoryMiB'],
  },
  {
    what: 'a database that goes with the stack',
    make: (places) => void (places.at('counter-database').deletionPolicy = 'DELETE'),
    seen: ['tables.counter.retain'],
  },
  {
    what: 'a database without protection',
    make: (places) => void (places.at('counter-database').deleteProtectionState = 'DELETE_PROTECTION_DISABLED'),
    seen: ['tables.counter.retain'],
  },
  {
    what: 'a database that Pulumi deletes',
    make: (places) => void (places.whole('counter-database').options.retainOnDelete = false),
    seen: ['tables.counter.retain'],
  },
  {
    what: 'many requests at once',
    make: (places) => void (places.at('counter-function').serviceConfig.maxInstanceRequestConcurrency = 80),
    seen: ['functions.counter!inputs.serviceConfig'],
  },
  {
    what: 'one more variable in the environment',
    make: (places) => void (places.at('counter-function').serviceConfig.environmentVariables.DEBUG = '1'),
    seen: ['functions.counter.environment.DEBUG'],
  },
  {
    what: 'the name of a table as text',
    make: (places) => void (places.at('counter-function').serviceConfig.environmentVariables.COUNTER_TABLE = 'counter'),
    seen: ['functions.counter.environment.COUNTER_TABLE'],
  },
  {
    what: 'another name',
    make: (places) => void (places.at('counter-function').name = 'counter'),
    seen: ['functions.counter.physicalNames.function'],
  },
];

/** What can be different in a recording for GCP, and where it is seen. */
export const mutations: readonly Mutation[] = [
  ...web.map((mutation) => ({ of: ['web'] as const, ...mutation })),
  ...polyglot.map((mutation) => ({ of: ['polyglot'] as const, ...mutation })),
  ...counter.map((mutation) => ({ of: counters, ...mutation })),
  ...orders.map((mutation) => ({ of: ['orders'] as const, ...mutation })),
  {
    of: ['provisioned'],
    what: 'warm instances dropped',
    make: (places) => void (places.at('counter-function').serviceConfig.minInstanceCount = 0),
    seen: ['functions.counter.coldStart.provisioned'],
  },
];
