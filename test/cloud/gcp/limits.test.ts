import { gcpProblems } from '../../../lib/cloud/gcp/limits';
import { architectureSpec } from '../../../lib/model/architecture';
import { formatPath } from '../../../lib/model/problem';
import { boundsOf, schemasAt } from '../../../lib/model/schema';
import { plainFunction, plainTable, resolveObject } from '../../model/architectures';

const service = { image: 'nginx' };
const peak = { name: 'day', start: '0 8 * * *', end: '0 18 * * *', min: 2 };
const proxy = { routes: { 'ANY /{proxy+}': 'functions.a' } };
const apiUrl = '${apis.main.url}';
const plainHttp =
  'is served over plain HTTP at an IP address on gcp: anyone on the way can read and change requests, tokens included';
const open = (cause = '') =>
  `can be invoked by \`allUsers\` on gcp${cause}; the deployment fails if an organization policy restricts members to ` +
  'domains (`iam.allowedPolicyMemberDomains` or `iam.managed.allowedPolicyMembers`)';

const routed = ', since apis.main has a route to it';

/** What GCP says of an architecture, as `path: message`. */
const said = (architecture: object, env?: string): string[] =>
  gcpProblems(resolveObject(architecture).architecture, env).map(
    ({ severity, path, message }) => `${severity === 'warning' ? 'warning: ' : ''}${formatPath(path)}: ${message}`,
  );

const many = (count: number, value: object): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, value]));

describe('nothing is said of', () => {
  test.each<[string, object]>([
    ['the largest function', { functions: { a: { ...plainFunction, memoryMiB: 32_768, timeoutSeconds: 3_600 } } }],
    ['names that only look reserved', { functions: { a: { ...plainFunction, environment: { PORTS: 1, KEY: 2 } } } }],
    ['what is reserved for functions alone', { services: { web: { ...service, environment: { FUNCTION_X: 1 } } } }],
    ['tags in upper case', { tags: { Team: 'Shop_1-é' } }],
    ['images of Docker Hub', { services: { web: { image: 'library/nginx:1.29' } } }],
    [
      'images of Artifact Registry',
      { services: { web: { image: `europe-west3-docker.pkg.dev/p/r/i@sha256:${'0'.repeat(64)}` } } },
    ],
    [
      'what only callers with an identity may invoke',
      {
        functions: { a: { ...plainFunction, http: 'private' }, b: { ...plainFunction, triggers: [{ rate: '5m' }] } },
        services: { web: { ...service, uses: { 'functions.a': 'invoke' } } },
      },
    ],
    ['a public service, whose invokers are not checked', { services: { web: { ...service, ingress: 'public' } } }],
    [
      'functions that take as long as a message is held, and a job',
      {
        functions: {
          a: { ...plainFunction, timeoutSeconds: 600, triggers: [{ queue: 'jobs' }] },
          b: { ...plainFunction, timeoutSeconds: 1_800, triggers: [{ rate: '5m' }] },
          c: { ...plainFunction, timeoutSeconds: 3_600, uses: { 'queues.jobs': 'send' } },
        },
        queues: { jobs: { timeoutSeconds: 600 } },
      },
    ],
    ['a ground', { foundation: { network: 'default' } }],
  ])('%s', (_, architecture) => {
    expect(said(architecture)).toEqual([]);
  });
});

describe('fails:', () => {
  const parts = { runtime: 'go1.26', code: { aws: 'x' }, handler: { aws: 'bootstrap' } };
  const long = '/{a}/{b}/{c}/{d}/{e}/{f+}';
  test.each<[string, object, string[]]>([
    [
      'a function that is for AWS alone',
      { functions: { a: parts } },
      ['functions.a.code: is required for gcp', 'functions.a.handler: is required for gcp'],
    ],
    [
      'an image that is for AWS alone',
      { services: { web: { image: { aws: 'nginx' } } } },
      ['services.web.image: is required for gcp'],
    ],
    [
      'a name that topics can not begin with',
      { name: 'goog', topics: { a: {} } },
      ['name: must not begin with goog on gcp, got "goog"'],
    ],
    [
      'reserved names of a function',
      { functions: { a: { ...plainFunction, environment: { PORT: 1, K_X: 1, FUNCTION_X: 1, X_GOOGLE_X: 1 } } } },
      ['PORT', 'K_X', 'FUNCTION_X', 'X_GOOGLE_X'].map(
        (name) => `functions.a.environment.${name}: is reserved by Cloud Functions on Google Cloud`,
      ),
    ],
    [
      'reserved names of a service',
      { services: { web: { ...service, environment: { PORT: 1, K_SERVICE: 1 } } } },
      ['PORT', 'K_SERVICE'].map((name) => `services.web.environment.${name}: is reserved by Cloud Run on Google Cloud`),
    ],
    [
      'reserved names of what leads to a secret',
      {
        functions: { a: { ...plainFunction, secrets: { K_X: 'key' } } },
        services: { web: { ...service, secrets: { PORT: 'key' } } },
        secrets: { key: {} },
      },
      [
        'functions.a.secrets.K_X: is reserved by Cloud Functions on Google Cloud',
        'services.web.secrets.PORT: is reserved by Cloud Run on Google Cloud',
      ],
    ],
    [
      'functions that take longer than a message is held',
      {
        functions: {
          a: {
            ...plainFunction,
            timeoutSeconds: 601,
            triggers: [{ rate: '5m' }, { queue: 'jobs' }, { topic: 'events' }],
          },
          b: { ...plainFunction, timeoutSeconds: 1_801, triggers: [{ rate: '5m' }] },
        },
        queues: { jobs: {} },
        topics: { events: {} },
      },
      [
        'functions.a.timeoutSeconds: must be at most 600 on gcp with a queue or topic trigger, got 601',
        'functions.b.timeoutSeconds: must be at most 1800 on gcp with a rate trigger, got 1801',
      ],
    ],
    [
      'what a schedule can not hand over',
      { functions: { a: { ...plainFunction, triggers: [{ rate: '5m', input: 'x'.repeat(999_999) }] } } },
      ['functions.a.triggers.0.input: must be at most 1000000 bytes of JSON on gcp, got 1000001'],
    ],
    ['tags that clash', { tags: { Team: 'x', team: 'y' } }, ['tags.team: becomes the label team on gcp, like Team']],
    [
      'a tag that begins with a digit',
      { tags: { '1st': 'x' } },
      ['tags.1st: must begin with a letter and hold only letters, digits, _ and - on gcp'],
    ],
    [
      'a tag with a space in its value',
      { tags: { team: 'the Shop' } },
      ['tags.team: must hold only letters, digits, _ and - on gcp, got "the Shop"'],
    ],
    [
      'too many tags',
      { tags: Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`t${index}`, 'x'])) },
      ['tags: must be at most 64 labels on gcp, got 65'],
    ],
    [
      'entry points that are no names',
      {
        functions: {
          a: { ...plainFunction, handler: { aws: 'index.handler', gcp: 'src/index.handler' } },
          b: { ...plainFunction, runtime: 'python3.13', handler: { aws: 'main.run', gcp: 'main:run' } },
          c: { ...plainFunction, runtime: 'java21', handler: { aws: 'a.B::c', gcp: 'a.B$C' } },
        },
      },
      [
        'functions.a.handler: must be letters, digits and _ on gcp, got "src/index.handler"',
        'functions.b.handler: must be letters, digits and _ on gcp, got "main:run"',
      ],
    ],
    [
      'a route with six parameters',
      { functions: { a: plainFunction }, apis: { main: { routes: { [`GET ${long}`]: 'functions.a' } } } },
      [
        `apis.main.routes.GET ${long}: must have at most 5 parameters on gcp, got 6`,
        `warning: apis.main: ${plainHttp}`,
        `warning: functions.a: ${open(routed)}`,
      ],
    ],
    [
      'a time to live in a field within a field',
      { tables: { t: { ...plainTable, ttlAttribute: 'a.b' } } },
      ['tables.t.ttlAttribute: must be letters, digits and _ on gcp, and not __…__, got "a.b"'],
    ],
    [
      'an API in the environment of the function that it is',
      { functions: { a: { ...plainFunction, environment: { X: apiUrl } } }, apis: { main: proxy } },
      [
        'functions.a.environment.X: circular references on gcp: functions.a → apis.main → functions.a',
        `warning: functions.a: ${open()}`,
      ],
    ],
    [
      'an API that comes back through others',
      {
        functions: {
          a: { ...plainFunction, environment: { X: '${functions.b.url}' } },
          b: { ...plainFunction, http: 'private', environment: { Y: 'at ${services.c.url}' } },
        },
        services: { c: { ...service, ingress: 'public', environment: { Z: apiUrl } } },
        apis: { main: proxy },
      },
      [
        'services.c.environment.Z: circular references on gcp: ' +
          'services.c → apis.main → functions.a → functions.b → services.c',
        `warning: functions.a: ${open()}`,
      ],
    ],
  ])('%s', (_, architecture, problems) => {
    expect(said(architecture)).toEqual(problems);
  });

  test('a ground whose name is too long with its environment', () => {
    const architecture = { name: 'a'.repeat(30), foundation: {} };
    expect(said(architecture)).toEqual([]);
    expect(said(architecture, 'e'.repeat(20))).toEqual([
      `foundation: must be exported under at most 63 characters on gcp, got 67: triptych-${'a'.repeat(30)}-${'e'.repeat(20)}-ground`,
    ]);
  });

  // https://cloud.google.com/functions/quotas
  test.each([
    ['memoryMiB', 128, 32_768],
    ['timeoutSeconds', 1, 3_600],
  ] as const)(
    'nothing beyond the bounds of the model, which are those of Cloud Functions: %s',
    (field, least, most) => {
      const [schema] = schemasAt(architectureSpec, ['functions', 'any', field]);
      expect(boundsOf(schema!)).toEqual({ minimum: least, maximum: most });
    },
  );
});

const byDefault =
  "in a region; Cloud Run on gcp runs 100 by default, and the quota of the region's CPU and memory may be lower";

describe('warns of', () => {
  test.each<[string, object, string[]]>([
    [
      'an API at a bare address',
      { functions: { a: plainFunction }, apis: { main: { routes: { 'GET /': 'functions.a' } } } },
      [`apis.main: ${plainHttp}`, `functions.a: ${open(routed)}`],
    ],
    [
      'an API that is its function',
      { functions: { a: plainFunction }, apis: { main: proxy } },
      [`functions.a: ${open()}`],
    ],
    [
      'an address that another element needs',
      { functions: { a: plainFunction, b: { ...plainFunction, environment: { X: apiUrl } } }, apis: { main: proxy } },
      [`functions.a: ${open()}`],
    ],
    [
      'public functions, once for all',
      {
        functions: { a: { ...plainFunction, http: 'public' }, b: { ...plainFunction, http: 'public' } },
        apis: { main: proxy },
      },
      [`functions.a: ${open()}; the same applies to functions.b`],
    ],
    [
      'entry points as AWS has them, once for all',
      {
        functions: {
          a: { ...plainFunction, handler: 'index.handler' },
          b: { ...plainFunction, runtime: 'python3.13', handler: 'main.run' },
          c: { ...plainFunction, runtime: 'java21', handler: 'com.example.Orders' },
          d: { ...plainFunction, runtime: 'dotnet10', handler: 'Shop.Orders' },
        },
      },
      [
        'functions.a.handler: is the name of a function on gcp, not file.function, got "index.handler"; the same applies to functions.b',
      ],
    ],
    [
      'a window of a service whose image is in Artifact Registry',
      {
        services: {
          a: { image: 'eu-docker.pkg.dev/p/r/web:1', coldStart: { dynamic: { min: 1, max: 3 }, scheduled: [peak] } },
          b: { ...service, coldStart: { dynamic: { min: 1, max: 3 }, scheduled: [peak] } },
          c: { image: 'eu-docker.pkg.dev/p/r/web:1' },
        },
      },
      ['services.a.image: may have to be readable for the account that opens and closes the windows on gcp'],
    ],
    [
      'more service accounts than a project has',
      { functions: many(100, plainFunction) },
      ['functions: needs 101 service accounts; a project on gcp has 100 by default'],
    ],
    [
      'more service accounts than a project has, those of schedulers among them',
      { functions: many(50, { ...plainFunction, coldStart: { scheduled: [peak] } }) },
      ['functions: needs 101 service accounts; a project on gcp has 100 by default'],
    ],
    [
      'more service accounts than a project has, those of warmers among them',
      { functions: many(50, { ...plainFunction, coldStart: { warming: { instances: 1 } } }) },
      ['functions: needs 101 service accounts; a project on gcp has 100 by default'],
    ],
    [
      'more service accounts than a project has, those of triggers among them',
      {
        functions: many(25, { ...plainFunction, triggers: [{ topic: 'events' }] }),
        services: many(25, { ...service, triggers: [{ topic: 'events' }] }),
        topics: { events: {} },
      },
      ['functions: needs 101 service accounts; a project on gcp has 100 by default'],
    ],
    [
      'messages that are held for less than it takes',
      {
        functions: { a: { ...plainFunction, timeoutSeconds: 60, triggers: [{ queue: 'jobs' }] } },
        queues: { jobs: { timeoutSeconds: 59 } },
      },
      [
        "queues.jobs.timeoutSeconds: is less than its consumer's timeout (60) on gcp: messages may be delivered again while they are processed",
      ],
    ],
    [
      'more instances than a project has, in a window',
      { services: { web: { ...service, coldStart: { dynamic: { max: 9 }, scheduled: [{ ...peak, min: 101 }] } } } },
      [`services.web.coldStart.dynamic: needs 101 instances ${byDefault}`],
    ],
    [
      'more instances than a project has',
      { services: { web: { ...service, coldStart: { provisioned: 101 } } } },
      [`services.web.coldStart.provisioned: needs 101 instances ${byDefault}`],
    ],
    [
      'more instances of functions than a project has, and cuts none',
      {
        functions: {
          a: { ...plainFunction, coldStart: { dynamic: { min: 150, max: 300 } } },
          b: { ...plainFunction, coldStart: { provisioned: 101 } },
          c: { ...plainFunction, coldStart: { scheduled: [{ ...peak, min: 120 }] } },
          d: { ...plainFunction, coldStart: { utilization: { min: 1, max: 101 } } },
          quiet: { ...plainFunction, coldStart: { dynamic: { max: 100 } } },
        },
      },
      [
        `functions.a.coldStart.dynamic: needs 300 instances ${byDefault}`,
        `functions.b.coldStart.provisioned: needs 101 instances ${byDefault}`,
        `functions.c.coldStart.scheduled: needs 120 instances ${byDefault}`,
        `functions.d.coldStart.utilization: needs 101 instances ${byDefault}`,
      ],
    ],
    [
      'messages that become dead letters while few instances are busy',
      {
        functions: {
          few: { ...plainFunction, coldStart: { dynamic: { max: 3 } }, triggers: [{ queue: 'jobs' }] },
          events: {
            ...plainFunction,
            coldStart: { dynamic: { max: 9 } },
            triggers: [{ topic: 'news' }, { rate: '5m' }],
            retry: { deadLetter: 'failed' },
          },
          lasting: { ...plainFunction, coldStart: { dynamic: { max: 1 } }, triggers: [{ queue: 'patient' }] },
          side: {
            ...plainFunction,
            concurrencyPerInstance: 4,
            coldStart: { dynamic: { max: 3 } },
            triggers: [{ queue: 'wide' }],
          },
          more: { ...plainFunction, coldStart: { provisioned: 1 }, triggers: [{ queue: 'open' }] },
          timed: {
            ...plainFunction,
            coldStart: { dynamic: { max: 1 } },
            triggers: [{ rate: '5m' }],
            retry: { deadLetter: 'failed' },
          },
        },
        queues: { jobs: {}, patient: { maxDeliveryAttempts: 10 }, wide: {}, open: {}, failed: {} },
        topics: { news: {} },
      },
      [
        'queues.jobs.maxDeliveryAttempts: on gcp, messages may become dead letters after 5 deliveries while functions.few is busy: it serves at most 3 at the same time',
        'functions.events.retry.deadLetter: on gcp, messages may become dead letters after 5 deliveries while the function is busy: it serves at most 9 at the same time',
      ],
    ],
  ])('%s', (_, architecture, warnings) => {
    expect(said(architecture)).toEqual(warnings.map((warning) => `warning: ${warning}`));
  });
});
