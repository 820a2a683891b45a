import { readCalls, readRate, type CallWords } from '../../lib/readback/gcp/warmer';
import { Resource } from '../../lib/readback/resource';

const keys = ['name', 'region', 'description', 'schedule', 'timeZone', 'deadline', 'method', 'uri', 'email'] as const;
const words = Object.fromEntries([...keys, 'audience'].map((key) => [key, [key]])) as unknown as CallWords;

const [url, region, email] = [
  { at: 'f', attribute: 'url' },
  { at: 'var', attribute: 'region' },
  { at: 'warmer', attribute: 'email' },
];

const right = {
  name: 'shop-f',
  region,
  description: 'shop functions.f warmer',
  schedule: '*/5 * * * *',
  timeZone: 'Etc/UTC',
  deadline: '60s',
  method: 'POST',
  uri: { join: [url, '/warm'] },
  email,
  audience: url,
};

const jobWith = (changes: object) => new Resource('job', 'job', { ...right, ...changes });
const read = (job: Resource) =>
  readCalls(job, words, { architecture: 'shop', element: 'functions.f', url, region, email });

describe('a job that calls an element', () => {
  test('keeps it warm', () => {
    const job = jobWith({});
    expect(read(job)).toEqual({ every: '5m', name: 'shop-f' });
    expect(job.unrecognized()).toEqual([]);
  });

  test.each([
    ['somewhere else', { region: 'europe-west1' }],
    ['of another element', { description: 'shop functions.g warmer' }],
    ['at no rate', { schedule: '0 8 * * *' }],
    ['by a clock that is put forward', { timeZone: 'Europe/Berlin' }],
    ['that gives it no time', { deadline: '15s' }],
    ['with another method', { method: 'GET' }],
    ['at another path', { uri: { join: [url, '/'] } }],
    ['at another address', { uri: { join: [{ at: 'g', attribute: 'url' }, '/warm'] } }],
    ['as somebody else', { email: { at: 'other', attribute: 'email' } }],
    ['with a token for somebody else', { audience: { join: [url, '/warm'] } }],
    ['under a name that is a reference', { name: url }],
  ])('does nothing %s, and is reported', (_, changes) => {
    const job = jobWith(changes);
    expect(read(job)).toBeUndefined();
    const reported = job.unrecognized().map(({ path }) => path[0]);
    expect([...new Set(reported)]).toEqual(Object.keys(changes));
  });
});

describe('a rate', () => {
  test.each([
    ['* * * * *', '1m'],
    ['*/2 * * * *', '2m'],
    ['*/30 * * * *', '30m'],
    ['0 * * * *', '1h'],
    ['0 */12 * * *', '12h'],
    ['0 0 * * *', '1d'],
  ])('%s is %s', (cron, rate) => {
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
  ])('%j is none', (cron) => {
    expect(readRate(cron)).toBeUndefined();
  });
});
