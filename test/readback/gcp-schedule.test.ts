import { Join, Pointer } from '../../lib/readback/made';
import { dialect } from '../../lib/readback/gcp-cdktf/dialect';
import { readJobs } from '../../lib/readback/gcp/schedule';
import { Resource } from '../../lib/readback/resource';

const { region } = dialect;
const [id, email] = [new Pointer('f', 'id'), new Pointer('scheduler', 'email')];

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const setting = (workers: number): string => base64(`{"serviceConfig":{"minInstanceCount":${workers}}}`);

interface Changes {
  readonly [property: string]: unknown;
  readonly http_target?: object;
  readonly oauth_token?: object;
}

const job = (edge: 'start' | 'end', { http_target, oauth_token, ...changes }: Changes = {}) => ({
  name: `shop-f-${edge}`,
  region,
  description: `shop functions.f day ${edge}`,
  schedule: edge === 'start' ? '0 8 * * *' : '0 18 * * *',
  time_zone: 'UTC',
  attempt_deadline: '15s',
  retry_config:
    edge === 'start' ? { retry_count: 5, min_backoff_duration: '10s' } : { retry_count: 3, min_backoff_duration: '5s' },
  http_target: {
    http_method: 'PATCH',
    uri: new Join(['https://cloudfunctions.googleapis.com/v2/', id, '?updateMask=serviceConfig.minInstanceCount']),
    headers: { 'Content-Type': 'application/json' },
    body: setting(edge === 'start' ? 20 : 2),
    oauth_token: {
      service_account_email: email,
      scope: 'https://www.googleapis.com/auth/cloud-platform',
      ...oauth_token,
    },
    ...http_target,
  },
  ...changes,
});

/** A job with another body. */
const setter = (edge: 'start' | 'end', body: string) => job(edge, { http_target: { body } });

const read = (...jobs: readonly object[]) =>
  readJobs(
    jobs.map((properties, index) => new Resource(`job.${index}`, 'job', properties)),
    { stack: 'shop', element: 'functions.f', id, outside: 2, email },
    dialect,
  );

describe('schedule: the jobs of an element', () => {
  test('are read as a window, in either order', () => {
    const right = {
      windows: [{ name: 'day', start: '0 8 * * *', end: '0 18 * * *', timezone: 'UTC', min: 20 }],
      names: { 'day start': 'shop-f-start', 'day end': 'shop-f-end' },
    };
    expect(read(job('start'), job('end'))).toEqual(right);
    expect(read(job('end'), job('start'))).toEqual(right);
  });

  test.each([
    ['no end', [job('start')]],
    ['no start', [job('end')]],
    ['two starts', [job('start'), job('start')]],
    ['one edge twice', [job('start'), job('end'), job('start')]],
    ['an end that restores another minimum', [job('start'), setter('end', setting(3))]],
    ['an end in another time zone', [job('start'), job('end', { time_zone: 'Europe/Berlin' })]],
    ['the name of another architecture', [job('start', { description: 'other functions.f day start' }), job('end')]],
    ['the name of another element', [job('start', { description: 'shop functions.g day start' }), job('end')]],
    ['an edge that is neither start nor end', [job('start', { description: 'shop functions.f day noon' }), job('end')]],
    [
      'another service account',
      [job('start', { oauth_token: { service_account_email: new Pointer('other', 'email') } }), job('end')],
    ],
    ['another method', [job('start', { http_target: { http_method: 'POST' } }), job('end')]],
    ['another field', [setter('start', base64('{"serviceConfig":{"maxInstanceCount":20}}')), job('end')]],
    ['one more field', [setter('start', base64('{"labels":{},"serviceConfig":{"minInstanceCount":20}}')), job('end')]],
    ['text after the base64', [setter('start', `${setting(20)}x`), job('end')]],
    ['a number in another notation', [setter('start', base64('{"serviceConfig":{"minInstanceCount":1e1}}'))]],
    [
      'an update of every field',
      [job('start', { http_target: { uri: new Join(['https://cloudfunctions.googleapis.com/v2/', id]) } }), job('end')],
    ],
  ])('are not understood with %s', (_, jobs) => {
    expect(read(...jobs)).toBeUndefined();
  });

  test('report a property that is not understood', () => {
    const [start, end] = [job('start', { http_target: { http_method: 'POST' } }), job('end')].map(
      (properties, index) => new Resource(`job.${index}`, 'job', properties),
    );
    readJobs([start!, end!], { stack: 'shop', element: 'functions.f', id, outside: 2, email }, dialect);
    expect(start!.unrecognized()).toEqual([{ resource: 'job.0', path: ['http_target', 'http_method'], value: 'POST' }]);
    expect(end!.unrecognized()).toEqual([]);
  });
});
