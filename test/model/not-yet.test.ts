import { architectureSpec } from '../../lib/model/architecture';
import { later } from '../../lib/model/not-yet';
import { schemasAt } from '../../lib/model/schema';
import { messagesOf, plainTable, resolveObject } from './architectures';

/** Every field of the model, `*` for a name: rendered by now, or said not to be. */
const model = [
  'name description tags targets parameters foundation functions services apis queues topics buckets tables secrets',
  'outputs divergences alarms',
  ...under('parameters/*', 'type default description'),
  ...under(
    'functions/*',
    'runtime code handler architecture memoryMiB timeoutSeconds environment secrets http triggers',
  ),
  ...under('functions/*', 'retry uses network concurrencyPerInstance coldStart logRetentionDays existing'),
  ...under('functions/*/coldStart', 'warming provisioned dynamic utilization scheduled'),
  ...under(
    'services/*',
    'image build architecture command port environment uses logRetentionDays secrets cpu memoryMiB',
  ),
  ...under(
    'services/*',
    'cpuAlways readOnlyFilesystem ingress host path priority healthCheck coldStart requestsPerInstance',
  ),
  ...under('services/*', 'requestsPerMinute network triggers existing'),
  ...under('services/*/healthCheck', 'path intervalSeconds timeoutSeconds healthyCount unhealthyCount'),
  ...under('services/*/coldStart', 'warming provisioned dynamic utilization scheduled'),
  ...under('apis/*', 'routes cors auth throttle domain existing'),
  ...under('apis/*/routes/*', 'to auth'),
  ...under('functions/*/triggers/0', 'schedule timezone input rate queue batchSize topic bucket on prefix'),
  ...under('functions/*/retry', 'maxRetries maxAgeSeconds deadLetter'),
  ...under('queues/*', 'maxDeliveryAttempts retentionDays timeoutSeconds ordered existing'),
  ...under('topics/*', 'existing'),
  ...under('buckets/*', 'versioned expireDays retain existing'),
  ...under('secrets/*', 'retain existing'),
  ...under('alarms', 'notify functionErrors throttles unhealthyPeriods apiErrors oldestMessageSeconds'),
  ...under('tables/*', 'partitionKey sortKey ttlAttribute pointInTimeRecovery retain existing'),
  ...under('tables/*/partitionKey', 'name type'),
  ...under('tables/*/sortKey', 'name type'),
  ...under('foundation', 'from network ingress encryption aws'),
  ...under('foundation/network', 'existing cidr zones natGateways'),
  ...under('foundation/network/existing', 'aws gcp'),
  ...under('foundation/aws', 'permissionsBoundary rolePath'),
  ...under('foundation/ingress', 'allow https'),
].flatMap((line) => line.split(' '));

function under(path: string, fields: string): string[] {
  return fields.split(' ').map((field) => `${path}/${field}`);
}

const isLater = (path: string): boolean =>
  later.some((one) => one.value === undefined && new RegExp(`^${one.path.replaceAll('*', '[^/]+')}$`).test(path));

test.each(model)('model: %s is rendered, or reported as not yet rendered', (path) => {
  const isRendered = schemasAt(architectureSpec, path.split('/')).length > 0;
  expect([isRendered, isLater(path)]).toContain(true);
  expect(isRendered && isLater(path)).toBe(false);
});

const services = { web: { image: 'nginx' } };
test.each([
  ['a build', { services: { web: { build: { context: '.' } } } }, 'services.web.build'],
  ['an internal service', { services: { web: { image: 'nginx', ingress: 'internal' } } }, 'services.web.ingress'],
  ['a route to a service', { services, apis: { p: { routes: { 'GET /': 'services.web' } } } }, 'apis.p.routes.GET /'],
  [
    'a longer route to one',
    { services, apis: { p: { routes: { 'GET /': { to: 'services.web' } } } } },
    'apis.p.routes.GET /.to',
  ],
  ['a function that exists already', { functions: { f: { existing: { aws: 'arn' } } } }, 'functions.f.existing'],
  ['an API that exists already', { apis: { a: { existing: { aws: 'arn' } } } }, 'apis.a.existing'],
  ['a tenant', { foundation: { from: 'platform' } }, 'foundation.from'],
])('not yet rendered: fails with %s, and reports nothing else', (_, architecture, path) => {
  const messages = messagesOf(() => resolveObject(architecture));
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(/is not supported yet$/);
  expect(messages[0]!.startsWith(`${path}: `)).toBe(true);
});

test('not yet rendered: other problems are reported too', () => {
  expect(
    messagesOf(() =>
      resolveObject({
        foundation: { encryption: 'x' },
        tables: { t: { ...plainTable, retain: 'yes' } },
      }),
    ),
  ).toEqual(['foundation.encryption: is not supported yet', 'tables.t.retain: must be true or false, got "yes"']);
});

test('not yet rendered: the value of a parameter is judged once it is known', () => {
  const parameters = { network: { type: 'string', default: 'default' } };
  const architecture = { parameters, foundation: { network: '${parameters.network}' }, tables: { t: plainTable } };
  expect(resolveObject(architecture).architecture.foundation?.network).toBe('default');
});
