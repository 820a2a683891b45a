import { consumerOf, timeoutOf } from '../../lib/model/consumer';
import { plainFunction, resolveObject } from './architectures';

const of = (queue: object, rest: object = {}) =>
  resolveObject({ queues: { jobs: queue, others: {} }, ...rest }).architecture;
const consumer = (timeoutSeconds: number) => ({
  functions: { f: { ...plainFunction, timeoutSeconds, triggers: [{ rate: '5m' }, { queue: 'jobs' }] } },
});
const contained = { foundation: {}, services: { s: { image: 'x', triggers: [{ queue: 'jobs' }] } } };

test('consumer: is the element whose trigger names the queue', () => {
  expect(consumerOf('jobs', of({}))).toBeUndefined();
  expect(consumerOf('jobs', of({}, consumer(10)))).toBe('functions.f');
  expect(consumerOf('others', of({}, consumer(10)))).toBeUndefined();
  expect(consumerOf('jobs', of({}, contained))).toBe('services.s');
});

test.each<[string, object, object, number]>([
  ['is 30 seconds without a consumer', {}, {}, 30],
  ['is 30 seconds for a service', {}, contained, 30],
  ["is six times a function's timeout", {}, consumer(10), 60],
  ['is what the queue says', { timeoutSeconds: 45 }, consumer(10), 45],
  ['is six times even the longest timeout', {}, consumer(3_600), 21_600],
])('queue timeout: %s', (_, queue, rest, seconds) => {
  expect(timeoutOf('jobs', of(queue, rest))).toBe(seconds);
});
