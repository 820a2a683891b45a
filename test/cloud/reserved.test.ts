import { fn, onAws, onGcp, said, service } from './said';

const googleInBuckets = (found: string, name: string) =>
  `must not contain ${found} on gcp, got "${name}" (choose another name; names of buckets contain it, and Cloud Storage refuses google)`;

describe('names that a service of a cloud reserves', () => {
  test.each(['xn--shop', 'sthree-shop', 'amzn-s3-demo-shop'])('fails for buckets of %s on aws', (name) => {
    const beginning = name.replace('shop', '');
    expect(said({ ...onAws, name, buckets: { b: {} } })).toEqual([
      `name: must not begin with ${beginning} on aws, got "${name}" (choose another name; names of buckets begin with it, and S3 reserves ${beginning})`,
    ]);
    expect(said({ ...onAws, name, queues: { b: {} } })).toEqual([]);
  });

  test('fails for sg- in front of security groups on aws', () => {
    const wrong = [
      'name: must not begin with sg- on aws, got "sg-shop" (choose another name; names of security groups begin with it, and EC2 reserves sg-)',
    ];
    expect(said({ ...onAws, name: 'sg-shop', foundation: {} })).toEqual(wrong);
    expect(said({ ...onAws, name: 'sg-shop', ...service() })).toEqual(wrong);
    expect(said({ ...onAws, name: 'sg-shop', ...fn() })).toEqual([]);
    expect(said({ ...onAws, name: 'sgshop', ...service() })).toEqual([]);
    expect(said({ ...onGcp, name: 'sg-shop', ...service() })).toEqual([]);
  });

  test('fails for google in the name of a bucket on gcp', () => {
    expect(said({ ...onGcp, buckets: { 'google-export': {}, 'my-g00gle': {} } })).toEqual([
      `buckets.google-export: ${googleInBuckets('google', 'google-export')}`,
      `buckets.my-g00gle: ${googleInBuckets('g00gle', 'my-g00gle')}`,
    ]);
    expect(said({ ...onAws, buckets: { 'google-export': {} } })).toEqual([]);
  });

  test('fails for google in the name of an architecture with buckets on gcp, once', () => {
    const wrong = [`name: ${googleInBuckets('google', 'my-google-sync')}`];
    expect(said({ ...onGcp, name: 'my-google-sync', buckets: { a: {}, b: {} } })).toEqual(wrong);
    expect(said({ ...onGcp, name: 'my-google-sync', ...fn() })).toEqual(wrong);
    expect(said({ ...onGcp, name: 'my-google-sync', topics: { a: {} } })).toEqual([]);
    expect(said({ ...onGcp, name: 'my-google-sync', ...service() })).toEqual([]);
  });

  test('allows google where the name of a bucket is cut before it', () => {
    expect(said({ ...onGcp, name: 'an-architecture-of-goods', buckets: { google: {} } })).toEqual([]);
  });

  test('fails for goog in front of the subscriptions of a service', () => {
    const events = { ...service({ triggers: [{ queue: 'q' }] }), queues: { q: {} } };
    expect(said({ ...onGcp, name: 'goog', ...events, foundation: undefined })[0]).toMatch(
      /^name: must not begin with goog on gcp/,
    );
  });
});

describe('paths of routes', () => {
  const routes = (...paths: string[]) => ({
    ...fn(),
    apis: { api: { routes: Object.fromEntries(paths.map((path) => [`GET ${path}`, 'functions.a'])) as never } },
  });
  const about = (spec: object): string[] => said(spec).filter((line) => line.includes('.routes.'));

  test('fails for those that Cloud Run reserves, and warns of others that end with z', () => {
    expect(about({ ...onGcp, ...routes('/healthz', '/eventlog', '/_ah/x', '/v1/quiz') })).toEqual([
      ...['/healthz', '/eventlog', '/_ah/x'].map(
        (path) =>
          `apis.api.routes.GET ${path}: is never called on gcp: Cloud Run reserves ${path} (use another path, such as /health)`,
      ),
      'warning: apis.api.routes.GET /v1/quiz: may never be called on gcp: Cloud Run reserves some paths that end with z (use another path, such as /health)',
    ]);
    expect(about({ ...onAws, ...routes('/healthz', '/v1/quiz') })).toEqual([]);
    expect(about({ ...onGcp, ...routes('/health', '/healthz/x', '/{z}', '/_ah') })).toEqual([]);
  });

  test('fails for a character that API Gateway refuses on aws', () => {
    expect(about({ ...onAws, ...routes('/~me') })).toEqual([
      "apis.api.routes.GET /~me: must not contain ~ on aws (API Gateway's grammar of a path: letters, digits and ._- between slashes)",
    ]);
    expect(about({ ...onGcp, ...routes('/~me') })).toEqual([]);
  });
});
