import { readJobs, type JobWords } from '../../lib/readback/gcp/schedule';
import { Resource } from '../../lib/readback/resource';

const keys = ['name', 'region', 'description', 'schedule', 'timeZone', 'deadline', 'method', 'uri', 'headers'] as const;
const words = {
  ...Object.fromEntries([...keys, 'retries', 'body', 'email', 'scope'].map((key) => [key, [key]])),
  count: 'count',
  firstAfter: 'firstAfter',
} as unknown as JobWords;

const [id, region, email] = [
  { at: 'f', attribute: 'id' },
  { at: 'var', attribute: 'region' },
  { at: 'scheduler', attribute: 'email' },
];

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const setting = (workers: number): string => base64(`{"serviceConfig":{"minInstanceCount":${workers}}}`);

const job = (edge: 'start' | 'end', changes: object = {}) => ({
  name: `shop-f-${edge}`,
  region,
  description: `shop functions.f day ${edge}`,
  schedule: edge === 'start' ? '0 8 * * *' : '0 18 * * *',
  timeZone: 'UTC',
  deadline: '15s',
  retries: edge === 'start' ? { count: 5, firstAfter: '10s' } : { count: 3, firstAfter: '5s' },
  method: 'PATCH',
  uri: {
    join: ['https://cloudfunctions.googleapis.com/v2/', id, '?updateMask=serviceConfig.minInstanceCount'],
  },
  headers: { 'Content-Type': 'application/json' },
  body: setting(edge === 'start' ? 20 : 2),
  email,
  scope: 'https://www.googleapis.com/auth/cloud-platform',
  ...changes,
});

const read = (...jobs: readonly object[]) =>
  readJobs(
    jobs.map((properties, index) => new Resource(`job.${index}`, 'job', properties)),
    words,
    { architecture: 'shop', element: 'functions.f', id, outside: 2, region, email },
  );

describe('the jobs of an element', () => {
  test('are a window, whichever comes first', () => {
    const right = {
      windows: [{ name: 'day', start: '0 8 * * *', end: '0 18 * * *', timezone: 'UTC', min: 20 }],
      names: { 'day start': 'shop-f-start', 'day end': 'shop-f-end' },
    };
    expect(read(job('start'), job('end'))).toEqual(right);
    expect(read(job('end'), job('start'))).toEqual(right);
  });

  test.each([
    ['without the end', [job('start')]],
    ['without the start', [job('end')]],
    ['with two starts', [job('start'), job('start')]],
    ['with one edge twice', [job('start'), job('end'), job('start')]],
    ['with an end that brings back something else', [job('start'), job('end', { body: setting(3) })]],
    ['with an end in another zone', [job('start'), job('end', { timeZone: 'Europe/Berlin' })]],
    ['of another architecture', [job('start', { description: 'other functions.f day start' }), job('end')]],
    ['of another element', [job('start', { description: 'shop functions.g day start' }), job('end')]],
    ['with an edge that is neither', [job('start', { description: 'shop functions.f day noon' }), job('end')]],
    ['as somebody else', [job('start', { email: { at: 'other', attribute: 'email' } }), job('end')]],
    ['with another method', [job('start', { method: 'POST' }), job('end')]],
    ['with another field', [job('start', { body: base64('{"serviceConfig":{"maxInstanceCount":20}}') }), job('end')]],
    [
      'with a field more',
      [job('start', { body: base64('{"labels":{},"serviceConfig":{"minInstanceCount":20}}') }), job('end')],
    ],
    ['with something behind the base64', [job('start', { body: `${setting(20)}x` }), job('end')]],
    ['with a number that is none', [job('start', { body: base64('{"serviceConfig":{"minInstanceCount":1e1}}') })]],
    [
      'that change all that is not in the body',
      [job('start', { uri: { join: ['https://cloudfunctions.googleapis.com/v2/', id] } }), job('end')],
    ],
  ])('mean nothing %s', (_, jobs) => {
    expect(read(...jobs)).toBeUndefined();
  });

  test('leave what is not understood to be reported', () => {
    const [start, end] = [job('start', { method: 'POST' }), job('end')].map(
      (properties, index) => new Resource(`job.${index}`, 'job', properties),
    );
    readJobs([start!, end!], words, { architecture: 'shop', element: 'functions.f', id, outside: 2, region, email });
    expect(start!.unrecognized()).toEqual([{ resource: 'job.0', path: ['method'], value: 'POST' }]);
    expect(end!.unrecognized()).toEqual([]);
  });
});
