import { listenerPriorities } from '../../../lib/cloud/aws/listener-rule';
import { covers } from '../../../lib/cloud/aws/pattern';
import { architectureSpec } from '../../../lib/model/architecture';

const priorities = (services: Record<string, object>, name = 'shop') =>
  listenerPriorities(
    architectureSpec.parse({
      name,
      services: Object.fromEntries(
        Object.entries(services).map(([key, spec]) => [key, { image: 'nginx', ingress: 'public', ...spec }]),
      ),
    }),
  );

describe('the priority of a listener rule', () => {
  it('never changes: it is an identity', () => {
    expect(
      priorities({
        web: {},
        admin: { host: 'admin.example.com', path: '/admin/*' },
        docs: { host: 'docs.example.com' },
        api: { path: '/api/*' },
      }),
    ).toMatchInlineSnapshot(`
     {
       "admin": 12970,
       "api": 38802,
       "docs": 20535,
       "web": 44183,
     }
    `);
  });

  it('puts hosts before no hosts, and more specific paths before less specific ones', () => {
    const patterns = ['/*', '/a*', '/a/*', '/a/b', '/a/b/*', `/${'x'.repeat(40)}/*`];
    const ofPatterns = (host?: string) =>
      patterns.map((path) => priorities({ web: { path, ...(host && { host }) } })['web']!);
    const order = [...ofPatterns('a.example.com').reverse(), ...ofPatterns().reverse()];
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...order)).toBeLessThanOrEqual(50_000);
  });

  it('differs between architectures that know nothing of one another', () => {
    const path = '/a/*';
    expect(priorities({ web: { path } }, 'one')).not.toEqual(priorities({ web: { path } }, 'two'));
  });

  it('is what the architecture says, if it says one', () => {
    expect(priorities({ web: { priority: 7 } })).toEqual({ web: 7 });
  });

  it('steps aside for another one of the same architecture', () => {
    const free = priorities({ web: {} })['web']!;
    expect(priorities({ api: { path: '/api/*', priority: free }, web: {} })['web']).toBe(free + 1);
  });

  it('stays as it is when services come that it does not meet', () => {
    const services = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`s${index}`, { path: `/${index}/*` }]),
    );
    const all = priorities({ ...services, web: {} });
    expect(all['web']).toBe(priorities({ web: {} })['web']);
    expect(new Set(Object.values(all)).size).toBe(41);
  });

  it('puts a path before those that include it, whatever the names', () => {
    const base = '/api/v1/organisations/all-members';
    const chain = [`${base}/settings/users`, `${base}/settings/u*`, `${base}/settings/*`, `${base}/*`];
    for (const names of [
      ['a', 'b', 'c', 'd'],
      ['d', 'c', 'b', 'a'],
      ['portal', 'desk', 'members', 'staff'],
    ]) {
      const found = priorities(
        Object.fromEntries(names.map((name, index) => [name, { path: chain[index]! }])),
        'fleet',
      );
      const order = names.map((name) => found[name]!);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(new Set(order).size).toBe(4);
    }
  });

  it('puts a path before one that only has fewer question marks', () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const found = priorities({ [name]: { path: '/a*' }, x: { path: '/a?*' } });
      expect(found['x']).toBeLessThan(found[name]!);
    }
  });

  it('keeps the numbers of a band where they are right already, and on another host', () => {
    const path = `/${'x'.repeat(40)}`;
    const found = priorities({
      a: { path: `${path}/*`, host: 'a.example.com' },
      b: { path: `${path}/y/*`, host: 'b.example.com' },
    });
    expect(found['a']).toBe(priorities({ a: { path: `${path}/*`, host: 'a.example.com' } })['a']);
    expect(found['b']).toBe(priorities({ b: { path: `${path}/y/*`, host: 'b.example.com' } })['b']);
  });

  it('is of no concern to services that nobody reaches', () => {
    expect(priorities({ worker: { ingress: 'none' } })).toEqual({});
  });
});

describe('a pattern', () => {
  test.each([
    ['/*', '/', true],
    ['/*', '/a/*', true],
    ['/a/*', '/a/b/*', true],
    ['/a/*', '/a', false],
    ['/a/?', '/a/b', true],
    ['/a/b', '/a/?', false],
    ['/a/*/c', '/a/b/c', true],
    ['/a/*/c', '/a/*', false],
    ['/?', '/*', false],
    ['/A', '/a', false],
  ])('%s and what %s takes: %s', (wide, narrow, result) => expect(covers(wide, narrow)).toBe(result));
});
