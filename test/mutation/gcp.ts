import { counterIdentities, webIdentities } from './gcp-identities';
import { orders } from './gcp-orders';
import { scaledCases } from './gcp-scaled';
import { counters, ofExample, type Case } from './mutation';

const service = 'services/web/Service';
const container = 'template.containers.0';

const web: readonly Case[] = [
  {
    what: 'one instance fewer',
    make: (edit) => edit.set(service, 'scaling.manual_instance_count', 2),
    seen: ['services.web.coldStart.provisioned'],
  },
  {
    what: 'automatic scaling',
    make: (edit) => edit.set(service, 'scaling.scaling_mode', 'AUTOMATIC'),
    seen: ['services.web.coldStart', 'services.web!scaling.manual_instance_count'],
  },
  {
    what: 'another provider',
    make: (edit) => edit.set(service, 'provider', 'google.eu'),
    on: ['gcp-cdktf'],
    seen: ['services.web!provider'],
  },
  {
    what: 'another project',
    make: (edit) => edit.set(service, 'project', 'elsewhere'),
    seen: ['services.web!project'],
  },
  {
    what: 'twice the memory',
    make: (edit) => edit.set(service, `${container}.resources.limits.memory`, '1024Mi'),
    seen: ['services.web.memoryMiB'],
  },
  {
    what: 'fewer requests in one instance',
    make: (edit) => edit.set(service, 'template.max_instance_request_concurrency', 1),
    seen: ['services.web.requestsPerInstance'],
  },
  {
    what: 'a CPU between requests',
    make: (edit) => edit.set(service, `${container}.resources.cpu_idle`, false),
    seen: ['services.web.cpuAlways'],
  },
  {
    what: 'another image',
    make: (edit) => edit.set(service, `${container}.image`, 'nginx:latest'),
    seen: ['services.web.image'],
  },
  {
    what: 'another port',
    make: (edit) => edit.set(service, `${container}.ports.container_port`, 8081),
    seen: ['services.web.port', 'services.web!template.containers'],
  },
  {
    what: 'internal callers only',
    make: (edit) => edit.set(service, 'ingress', 'INGRESS_TRAFFIC_INTERNAL_ONLY'),
    seen: ['services.web.ingress'],
  },
  {
    what: 'callers that have to authenticate',
    make: (edit) => edit.set(service, 'invoker_iam_disabled', false),
    seen: ['services.web.ingress'],
  },
  {
    what: 'another health check',
    make: (edit) => edit.set(service, `${container}.liveness_probe.http_get.path`, '/other'),
    seen: ['services.web.healthCheck.path', 'services.web!template.containers'],
  },
  {
    what: 'a Google service that is not enabled',
    make: (edit) => edit.remove('foundation/EnableRun'),
    seen: ['foundation.services', 'services.web.needs', 'services.web!depends_on.0'],
  },
  {
    what: 'an output that is a text',
    make: (edit) => edit.output('url', { text: 'https://example.com' }),
    seen: ['outputs.url'],
    also: { 'gcp-pulumi': ['!outputs.outputs'] },
  },
  {
    what: 'one more key in the exported document',
    make: (edit) => edit.replace('foundation/GroundVersion', 'parameter_data', '{', '{"more":"x",'),
    seen: ['foundation.exported.keys', 'foundation!parameter_data'],
  },
  { what: 'a bucket of its own', make: (edit) => edit.add(service), seen: ['services.web!'] },
  {
    what: 'a label',
    make: (edit) => edit.set(service, 'labels', { team: 'x' }),
    seen: ['services.web.tags.team'],
  },
];

const polyglot: readonly Case[] = [
  {
    what: 'the service account that builds in place of its own',
    make: (edit) =>
      edit.refer('functions/go/Function', 'service_config.service_account_email', 'foundation/BuildAccount', 'email'),
    seen: ['functions.go!service_config.service_account_email'],
  },
  {
    what: 'the role of an owner for the service account that builds',
    make: (edit) => edit.set('foundation/BuildWritesLogs', 'role', 'roles/owner'),
    seen: [
      'foundation.waits',
      'foundation.build.roles.project',
      ...['account', 'roles', 'services'].map((value) => `foundation!triggers.${value}`),
    ],
  },
  {
    what: 'source code that can be made public',
    make: (edit) => edit.set('foundation/SourceBucket', 'public_access_prevention', 'inherited'),
    seen: ['foundation!public_access_prevention'],
  },
  {
    what: 'no permission to invoke',
    make: (edit) => edit.remove('functions/go/InvokeAnyone'),
    seen: ['functions.go.http', 'functions.go.invokedBy'],
  },
  {
    what: 'one more member that may invoke',
    make: (edit) => edit.copy('functions/go/InvokeAnyone', { member: 'user:someone@example.com' }),
    seen: ['functions.go.http', 'functions.go.invokedBy', 'functions.go!member'],
    also: { 'gcp-cdktf': ['functions.go!id'], 'gcp-pulumi': ['functions.go!part'] },
  },
  {
    what: 'a wider role for everybody',
    make: (edit) => edit.set('functions/go/InvokeAnyone', 'role', 'roles/run.admin'),
    seen: ['functions.go.http', 'functions.go.invokedBy', 'functions.go!member', 'functions.go!role'],
  },
  {
    what: 'the archive of another function',
    make: (edit) => edit.take('functions/go/SourceObject', 'source', 'functions/python/SourceObject'),
    // Nothing uses its own archive then.
    seen: ['functions.go.code.sha256', 'functions.go!name', '!'],
  },
  {
    what: 'a maximum of instances',
    make: (edit) => edit.set('functions/go/Function', 'service_config.max_instance_count', 1),
    seen: ['functions.go.coldStart.dynamic.max'],
  },
  {
    what: "another function's source",
    make: (edit) => edit.take('functions/go/Function', 'build_config.source', 'functions/python/Function'),
    seen: ['functions.go!build_config.source'],
  },
  {
    what: 'internal ingress only',
    make: (edit) => edit.set('functions/python/Function', 'service_config.ingress_settings', 'ALLOW_INTERNAL_ONLY'),
    seen: ['functions.python.http', 'functions.python.invokedBy'],
  },
  {
    what: 'another runtime',
    make: (edit) => edit.set('functions/go/Function', 'build_config.runtime', 'go127'),
    seen: ['functions.go.runtime'],
  },
  {
    what: 'another entry point',
    make: (edit) => edit.set('functions/go/Function', 'build_config.entry_point', 'Other'),
    seen: ['functions.go.handler'],
  },
  {
    what: 'an output that refers to the other function',
    make: (edit) => edit.output('goEndpoint', { like: 'pythonEndpoint' }),
    seen: ['outputs.goEndpoint'],
    also: { 'gcp-pulumi': ['!outputs.outputs'] },
  },
  {
    what: 'a function that does not wait until the roles of its build have taken effect',
    make: (edit) => edit.unwait('functions/go/Function', 'foundation/BuildWait'),
    seen: ['functions.go.needs', ...[0, 1, 2, 3].map((index) => `functions.go!depends_on.${index}`)],
  },
  {
    what: 'a shorter wait',
    make: (edit) => edit.set('foundation/BuildWait', 'create_duration', '5s'),
    seen: ['foundation.waits', 'foundation!create_duration'],
  },
  {
    what: 'a wait that does not start again with a new role',
    make: (edit) => edit.unset('foundation/BuildWait', 'triggers.roles'),
    seen: ['foundation.waits', 'foundation!triggers.account', 'foundation!triggers.services'],
  },
  {
    what: 'every bucket of the project for the build account',
    make: (edit) => edit.unset('foundation/BuildReadsCopiedSource', 'condition'),
    seen: ['foundation.build.roles.project'],
  },
  {
    what: 'no role to read the copies of source code',
    make: (edit) => edit.remove('foundation/BuildReadsCopiedSource'),
    seen: [
      'foundation.waits',
      'foundation.build.roles.project',
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((index) => `foundation!depends_on.${index}`),
    ],
  },
  {
    what: 'images that are never deleted',
    make: (edit) => edit.unset('foundation/Repository', 'cleanup_policies'),
    seen: ['foundation!cleanup_policies'],
  },
];

const grant = 'functions/counter/UseTablesCounter';
const handler = 'functions/counter/Function';
const database = 'tables/counter/Database';

const counter: readonly Case[] = [
  {
    what: 'a wider role',
    make: (edit) => edit.set(grant, 'role', 'roles/datastore.owner'),
    seen: ['functions.counter.uses', 'functions.counter!role'],
  },
  {
    what: 'a role on every database',
    make: (edit) => edit.unset(grant, 'condition'),
    seen: ['functions.counter.uses', 'functions.counter!role'],
  },
  {
    what: 'a role that allows only to read',
    make: (edit) => edit.set(grant, 'role', 'roles/datastore.viewer'),
    seen: ['functions.counter.uses.tables.counter'],
  },
  {
    what: 'the role for another member',
    make: (edit) => edit.refer(grant, 'member', 'foundation/BuildAccount', 'member'),
    seen: ['functions.counter.uses', 'functions.counter!member'],
  },
  {
    what: 'twice the memory',
    make: (edit) => edit.set(handler, 'service_config.available_memory', '512Mi'),
    seen: ['functions.counter.memoryMiB'],
  },
  {
    what: 'a database that is deleted with its resource',
    make: (edit) => edit.set(database, 'deletion_policy', 'DELETE'),
    seen: ['tables.counter.retain'],
  },
  {
    what: 'a database without continuous backups',
    make: (edit) => edit.set(database, 'point_in_time_recovery_enablement', 'POINT_IN_TIME_RECOVERY_DISABLED'),
    seen: ['tables.counter.pointInTimeRecovery'],
  },
  {
    what: 'a database without a word on backups',
    make: (edit) => edit.unset(database, 'point_in_time_recovery_enablement'),
    seen: ['tables.counter.pointInTimeRecovery'],
  },
  {
    what: 'a database without delete protection',
    make: (edit) => edit.set(database, 'delete_protection_state', 'DELETE_PROTECTION_DISABLED'),
    seen: ['tables.counter.retain'],
  },
  {
    what: 'a database that the engine may destroy',
    make: (edit) => edit.release(database),
    // Terraform obeys the deletion policy.
    on: ['gcp-pulumi'],
    seen: ['tables.counter.retain'],
  },
  {
    what: 'a database with another provider',
    make: ({ places }) => void (places.whole('counter-database').options.provider = 'urn:pulumi:dev::other'),
    on: ['gcp-pulumi'],
    seen: [],
    also: { 'gcp-pulumi': ['tables.counter!options.provider'] },
  },
  {
    what: 'a protected database',
    make: ({ places }) => void (places.whole('counter-database').options.protect = true),
    on: ['gcp-pulumi'],
    seen: [],
    also: { 'gcp-pulumi': ['tables.counter!options.protect'] },
  },
  {
    what: 'a database for which the engine refuses to destroy the rest',
    make: (edit) => edit.set(database, 'lifecycle', { prevent_destroy: true }),
    on: ['gcp-cdktf'],
    seen: ['tables.counter!lifecycle.prevent_destroy'],
  },
  {
    what: 'concurrent requests',
    make: (edit) => edit.set(handler, 'service_config.max_instance_request_concurrency', 80),
    seen: ['functions.counter.concurrencyPerInstance', 'functions.counter!service_config.available_cpu'],
  },
  {
    what: 'one more environment variable',
    make: (edit) => edit.set(handler, 'service_config.environment_variables.DEBUG', '1'),
    seen: ['functions.counter.environment.DEBUG'],
  },
  {
    what: 'the name of a table as a text',
    make: (edit) => edit.set(handler, 'service_config.environment_variables.COUNTER_TABLE', 'counter'),
    seen: ['functions.counter.environment.COUNTER_TABLE'],
  },
  {
    what: 'another name',
    make: (edit) => edit.set(handler, 'name', 'counter'),
    seen: ['functions.counter.physicalNames.function'],
  },
];

const provisioned: readonly Case[] = [
  {
    what: 'no minimum of instances',
    make: (edit) => edit.set(handler, 'service_config.min_instance_count', 0),
    seen: ['functions.counter.coldStart.dynamic.min'],
  },
];

/** Changes of artefacts for Google Cloud, and the differences that each makes. */
export const mutations = [
  ...ofExample(['web'], [...web, ...webIdentities]),
  ...ofExample(['polyglot'], polyglot),
  ...ofExample(counters, [...counter, ...counterIdentities]),
  ...ofExample(['orders'], orders),
  ...ofExample(['provisioned'], provisioned),
  ...ofExample(['scaled'], scaledCases),
];
