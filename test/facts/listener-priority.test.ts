import * as fc from 'fast-check';
import { listenerPriorities } from '../../lib/cloud/aws/listener-rule';
import { expectPriorities } from '../../lib/facts/listener-priority';
import { architectureSpec } from '../../lib/model/architecture';

const name = fc.stringMatching(/^[a-z]([a-z0-9]{0,8})$/);
const service = fc.record(
  {
    image: fc.constant('nginx'),
    ingress: fc.constantFrom('public' as const, 'none' as const),
    host: fc.constantFrom('a.example.com', 'b.example.com'),
    path: fc.constantFrom(
      '/*',
      '/',
      '/a',
      '/a*',
      '/a/?',
      '/a?*',
      '/??',
      ...['*', 'a/*', 'a/b*', 'a?*'].map((end) => `/${'long/'.repeat(12)}${end}`),
    ),
    priority: fc.integer({ min: 1, max: 50_000 }),
  },
  { requiredKeys: ['image', 'ingress'] },
);

test('the formula for priorities is the same both times that it is stated', () => {
  fc.assert(
    fc.property(name, fc.dictionary(name, service, { maxKeys: 30 }), (architecture, services) => {
      const resolved = architectureSpec.parse({ name: architecture, services });
      expect(expectPriorities(resolved)).toEqual(listenerPriorities(resolved));
    }),
    { numRuns: 200 },
  );
});

test('priorities that meet step aside in the same way', () => {
  // So many that some of 500 places are wanted twice.
  const services = Object.fromEntries(
    Array.from({ length: 80 }, (_, index) => [`s${index}`, { image: 'nginx', ingress: 'public', path: '/abc/*' }]),
  );
  const resolved = architectureSpec.parse({ name: 'shop', services });
  const priorities = expectPriorities(resolved);
  expect(priorities).toEqual(listenerPriorities(resolved));
  expect(new Set(Object.values(priorities)).size).toBe(80);
});
