import type { Target } from '../../lib/model/target';
import { judge } from '../../lib/support/judge';
import { plainFunction, plainTable, resolveObject } from '../model/architectures';

const judged = (architecture: object, target: Target): string[] =>
  judge(resolveObject(architecture).architecture, target).map(({ path, is }) => `${path} ${is}`);

/** What becomes of every function's logs. */
const quiet = ['functions.f.logRetentionDays approximated'];

const image = 'nginx';
const ofService = ['services.s.healthCheck approximated', 'services.s.logRetentionDays approximated'];

describe('what a target makes of an architecture', () => {
  it.each<[what: string, architecture: object, aws: readonly string[], gcp: readonly string[]]>([
    ['a plain function', { functions: { f: plainFunction } }, [], quiet],
    [
      'an arm64 function',
      { functions: { f: { ...plainFunction, architecture: 'arm64' } } },
      [],
      ['functions.f.architecture refused', ...quiet],
    ],
    [
      'a slow function behind an API',
      {
        functions: { f: { ...plainFunction, timeoutSeconds: 31 } },
        apis: { a: { routes: { 'ANY /{p+}': 'functions.f' } } },
      },
      ['functions.f.timeoutSeconds approximated'],
      [...quiet, 'apis.a.logRetentionDays approximated'],
    ],
    [
      'a function behind an API that is as slow as an API may be',
      {
        functions: { f: { ...plainFunction, timeoutSeconds: 30 } },
        apis: { a: { routes: { 'GET /': 'functions.f' } } },
      },
      [],
      [...quiet, 'apis.a.routes approximated', 'apis.a.logRetentionDays approximated'],
    ],
    [
      'a private function behind an API',
      {
        functions: { f: { ...plainFunction, http: 'private', timeoutSeconds: 9 } },
        apis: { a: { routes: { 'GET /': 'functions.f' } } },
      },
      [],
      ['functions.f.http refused', ...quiet, 'apis.a.routes approximated', 'apis.a.logRetentionDays approximated'],
    ],
    [
      'a function that writes',
      {
        functions: { f: { ...plainFunction, uses: { 'tables.t': 'write' } } },
        tables: { t: { ...plainTable, retain: false } },
      },
      [],
      [
        ...quiet,
        'functions.f.uses approximated',
        'functions.f.uses approximated',
        'tables.t.partitionKey approximated',
      ],
    ],
    [
      'a service that nobody reaches',
      { foundation: {}, services: { s: { image, cpu: 1, memoryMiB: 2_048 } } },
      ['services.s.healthCheck approximated'],
      ofService,
    ],
    [
      'a small public service at a place of its own',
      {
        foundation: {},
        services: { s: { image, ingress: 'public', host: 'a.example.com', path: '/a', priority: 5 } },
      },
      [],
      [
        'services.s.cpu approximated',
        'services.s.host approximated',
        'services.s.path approximated',
        'services.s.priority approximated',
        ...ofService,
      ],
    ],
    [
      'a service with much memory for its CPUs',
      { foundation: {}, services: { s: { image, cpu: 1, memoryMiB: 8_192, ingress: 'public' } } },
      [],
      ['services.s.memoryMiB approximated', ...ofService],
    ],
    [
      'a service with more memory than there is',
      { foundation: {}, services: { s: { image, cpu: 8, memoryMiB: 61_440, ingress: 'public' } } },
      [],
      ['services.s.memoryMiB refused', ...ofService],
    ],
    [
      'a ground for some',
      { foundation: { ingress: { allow: ['10.0.0.0/8'] } } },
      [],
      ['foundation.ingress.allow refused'],
    ],
    ['a ground for everybody', { foundation: { ingress: { allow: ['10.0.0.0/8', '0.0.0.0/0'] } } }, [], []],
    [
      'a bucket whose objects expire',
      { buckets: { b: { expireDays: 1, retain: false } } },
      [],
      ['buckets.b.expireDays approximated'],
    ],
    ['tags in lower case', { tags: { team: 'x' }, functions: { f: plainFunction } }, [], quiet],
    [
      'tags in mixed case',
      { tags: { Team: 'x' }, functions: { f: plainFunction } },
      [],
      ['tags approximated', ...quiet],
    ],
    [
      'tags on a table',
      { tags: { team: 'x' }, tables: { t: { ...plainTable, retain: false } } },
      [],
      ['tags approximated', 'tables.t.partitionKey approximated'],
    ],
  ])('is known: %s', (_, architecture, aws, gcp) => {
    expect(judged(architecture, 'aws-cdk')).toEqual(aws);
    expect(judged(architecture, 'aws-pulumi')).toEqual(aws);
    expect(judged(architecture, 'gcp-pulumi')).toEqual(gcp);
    expect(judged(architecture, 'gcp-cdktf')).toEqual(gcp);
  });

  it('differs between the engines of a cloud where they do: a table that stays', () => {
    const architecture = {
      tables: { t: { ...plainTable, sortKey: { name: 'at', type: 'number' }, ttlAttribute: 'end' } },
    };
    const both = ['partitionKey', 'sortKey', 'ttlAttribute'].map((field) => `tables.t.${field} approximated`);
    expect(judged(architecture, 'gcp-pulumi')).toEqual(both);
    expect(judged(architecture, 'gcp-cdktf')).toEqual([...both, 'tables.t.retain approximated']);
    const plain = { tables: { t: plainTable }, buckets: { b: {} }, secrets: { s: {} } };
    const key = 'tables.t.partitionKey approximated';
    expect(judged(plain, 'gcp-pulumi')).toEqual([key]);
    // The policy of the database keeps it, so that nothing is approximated without a time to live.
    expect(judged(plain, 'gcp-cdktf')).toEqual(['buckets.b.retain approximated', key, 'secrets.s.retain approximated']);
  });
});

test.each<[what: string, architecture: object, refused: readonly string[]]>([
  [
    'a function behind an API of its own, which a trigger reaches too',
    {
      functions: { f: { ...plainFunction, triggers: [{ queue: 'q' }] } },
      apis: { a: { routes: { 'ANY /{p+}': 'functions.f' } } },
      queues: { q: {} },
    },
    ['apis.a.routes refused'],
  ],
  [
    'a function behind an API of its own, which is kept warm',
    {
      functions: { f: { ...plainFunction, timeoutSeconds: 30, coldStart: { warming: { instances: 1 } } } },
      apis: { a: { routes: { 'ANY /{p+}': 'functions.f' } } },
    },
    ['apis.a.routes refused'],
  ],
  [
    'routes past the path of events, and to it: inside the project, nothing stands before the function',
    {
      functions: {
        f: { ...plainFunction, timeoutSeconds: 30, triggers: [{ rate: '5m' }, { topic: 't' }] },
        w: { ...plainFunction, timeoutSeconds: 30, coldStart: { warming: { instances: 1 } } },
        g: { ...plainFunction, timeoutSeconds: 30 },
      },
      apis: {
        a: { routes: { 'GET /orders/{id}': 'functions.f' } },
        b: { routes: { 'POST /{a}/{b}/t': 'functions.f', 'GET /': 'functions.g' } },
        c: { routes: { 'GET /': 'functions.w' } },
        d: { routes: { 'GET /': 'functions.g' } },
      },
      topics: { t: {} },
    },
    ['apis.a.routes refused', 'apis.b.routes refused', 'apis.c.routes refused'],
  ],
  [
    'public functions that a trigger reaches, and that are kept warm',
    {
      functions: {
        f: { ...plainFunction, http: 'public', triggers: [{ rate: '5m' }] },
        w: { ...plainFunction, http: 'public', coldStart: { warming: { instances: 1 } } },
        p: { ...plainFunction, http: 'private', coldStart: { warming: { instances: 1 } }, triggers: [{ rate: '5m' }] },
      },
    },
    ['functions.f.http refused', 'functions.w.http refused'],
  ],
])('what would let anybody forge an event is refused on Google Cloud: %s', (_, architecture, refused) => {
  const said = judged(architecture, 'gcp-cdktf').filter((line) => line.endsWith(' refused'));
  expect(said).toEqual(refused);
  expect(judged(architecture, 'aws-cdk').filter((line) => line.endsWith(' refused'))).toEqual([]);
});

describe('images on Google Cloud', () => {
  const refused = (name: unknown): boolean =>
    judged({ foundation: {}, services: { s: { image: name } } }, 'gcp-cdktf').includes('services.s.image refused');
  const digest = `sha256:${'0'.repeat(64)}`;

  test.each([
    'nginx',
    'library/nginx:1.29',
    'docker.io/library/nginx:1.29',
    'gcr.io/p/i',
    'eu.gcr.io/p/i:1',
    `europe-west3-docker.pkg.dev/p/r/i@${digest}`,
    { aws: 'ghcr.io/x/y', gcp: 'nginx' },
  ])('are accepted: %j', (name) => expect(refused(name)).toBe(false));

  test.each([
    'ghcr.io/x/y',
    'quay.io/x/y:1',
    'public.ecr.aws/nginx/nginx',
    'localhost:5000/x',
    'docker.n8n.io/n8nio/n8n',
    'docker.pkg.github.com/x/y/z',
    'my-docker.pkg.dev.example.com/x',
    { aws: 'nginx', gcp: 'ghcr.io/x/y' },
  ])('are refused: %j', (name) => expect(refused(name)).toBe(true));

  test('are no reason on AWS', () => {
    const said = judged({ foundation: {}, services: { s: { image: 'ghcr.io/x/y' } } }, 'aws-cdk');
    expect(said.filter((line) => line.includes('image'))).toEqual([]);
  });
});
