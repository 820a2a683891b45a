import { Join, Pointer } from '../../lib/readback/made';
import { dialect } from '../../lib/readback/gcp-cdktf/dialect';
import { readCalls, readRate } from '../../lib/readback/gcp/warmer';
import { Resource } from '../../lib/readback/resource';

const { region } = dialect;
const [url, email] = [new Pointer('f', dialect.functionUri), new Pointer('warmer', 'email')];

const right = {
  name: 'shop-f',
  region,
  description: 'shop functions.f warmer',
  schedule: '*/5 * * * *',
  time_zone: 'Etc/UTC',
  attempt_deadline: '60s',
  http_target: {
    http_method: 'POST',
    uri: new Join([url, '/warm']),
    oidc_token: { service_account_email: email, audience: url },
  },
};

/** A map in which the value at a path is another one. */
const withValue = (map: object, [key, ...path]: readonly string[], value: unknown): object => ({
  ...map,
  [key!]: path.length === 0 ? value : withValue((map as Record<string, object>)[key!]!, path, value),
});

const jobWith = (properties: object) => new Resource('job', 'job', properties);
const read = (job: Resource) => readCalls(job, { name: 'shop functions.f', url, email }, dialect);

describe('warmer: a job that calls an element', () => {
  test('is read with its rate', () => {
    const job = jobWith(right);
    expect(read(job)).toEqual({ every: '5m', name: 'shop-f' });
    expect(job.unrecognized()).toEqual([]);
  });

  test.each<[what: string, path: string, value: unknown]>([
    ['another region', 'region', 'europe-west1'],
    ['another element', 'description', 'shop functions.g warmer'],
    ['a schedule that is no rate', 'schedule', '0 8 * * *'],
    ['a time zone with daylight saving', 'time_zone', 'Europe/Berlin'],
    ['a shorter deadline', 'attempt_deadline', '15s'],
    ['another method', 'http_target.http_method', 'GET'],
    ['another path', 'http_target.uri', new Join([url, '/'])],
    ["another element's address", 'http_target.uri', new Join([new Pointer('g', dialect.functionUri), '/warm'])],
    ['its other address', 'http_target.uri', new Join([new Pointer('f', 'url'), '/warm'])],
    ['another service account', 'http_target.oidc_token.service_account_email', new Pointer('other', 'email')],
    ['a token for another audience', 'http_target.oidc_token.audience', new Join([url, '/warm'])],
    ['a name that is a reference', 'name', url],
  ])('is not understood with %s, which is reported', (_, at, value) => {
    const path = at.split('.');
    const job = jobWith(withValue(right, path, value));
    expect(read(job)).toBeUndefined();
    const reported = job.unrecognized().map((one) => one.path.slice(0, path.length).join('.'));
    expect([...new Set(reported)]).toEqual([at]);
  });
});

describe('warmer: a rate', () => {
  test.each([
    ['* * * * *', '1m'],
    ['*/2 * * * *', '2m'],
    ['*/30 * * * *', '30m'],
    ['0 * * * *', '1h'],
    ['0 */12 * * *', '12h'],
    ['0 0 * * *', '1d'],
  ])('reads %s as %s', (cron, rate) => {
    expect(readRate(cron)).toBe(rate);
  });

  test.each([
    '',
    '*',
    '*/7 * * * *',
    '*/60 * * * *',
    '0 */5 * * *',
    '0 */24 * * *',
    '5 * * * *',
    '0 1 * * *',
    '*/5 * * * 1',
    '*/05 * * * *',
    ' * * * * *',
    '0 0 * * *\n',
    undefined,
    5,
  ])('refuses %j', (cron) => {
    expect(readRate(cron)).toBeUndefined();
  });
});
