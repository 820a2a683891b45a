import { dialect } from '../../lib/readback/gcp-cdktf/dialect';
import { orderOf, readMethod, readRules, type RouteRule } from '../../lib/readback/gcp/routes';

const rules = (...list: readonly (readonly [method: string | null, template: string])[]): RouteRule[] =>
  list.map(([method, template], index) => ({ priority: index + 1, template, method, service: 'f' }));
const read = (list: readonly RouteRule[]) => {
  const { routes, unread } = readRules(list, (service) => (service === 'f' ? 'functions.f' : undefined));
  return { routes: Object.keys(routes), unread };
};

describe('routes: the rules of a URL map', () => {
  it('are read in order: words, parameters, the rest; one method before any', () => {
    const list = rules(
      ['GET', '/orders/latest'],
      [null, '/orders/latest'],
      ['GET', '/orders/{id=*}/items'],
      [null, '/orders/{id=*}'],
      ['GET', '/orders/{rest=**}'],
      ['GET', '/'],
      [null, '/{any=**}'],
    );
    expect(read(list).unread).toEqual([]);
    expect(read(list).routes).toEqual([
      'GET /orders/latest',
      'ANY /orders/latest',
      'GET /orders/{id}/items',
      'ANY /orders/{id}',
      'GET /orders/{rest+}',
      'GET /',
      'ANY /{proxy+}',
    ]);
  });

  it.each<[what: string, list: RouteRule[]]>([
    ['a parameter stands before a word', rules(['GET', '/{id=*}'], ['GET', '/latest'])],
    ['a rest stands before a parameter', rules(['GET', '/a/{r=**}'], ['GET', '/a/{id=*}'])],
    ['any method stands before one', rules([null, '/a'], ['GET', '/a'])],
    ['everything stands before something', rules([null, '/{r=**}'], ['GET', '/a'])],
    ['a longer way begins with a parameter before a word', rules(['GET', '/{x=*}/b'], ['GET', '/a/{y=*}'])],
    ['a route is there twice', rules(['GET', '/a'], ['GET', '/a'])],
    ['a rule goes to somebody else', [{ priority: 1, template: '/a', method: 'GET', service: 'g' }]],
    ['a rule has no template', [{ priority: 1, template: undefined, method: 'GET', service: 'f' }]],
    ['a template has a wildcard without a name', rules(['GET', '/a/*'])],
    ['a template matches half a segment', rules(['GET', '/{x=a*}'])],
    ['a priority is missing', [{ priority: undefined, template: '/a', method: 'GET', service: 'f' }]],
    ['priorities are the same', rules(['GET', '/a'], ['GET', '/b']).map((rule) => ({ ...rule, priority: 1 }))],
  ])('are unread from where %s', (_, list) => {
    const { routes, unread } = read(list);
    expect(unread).toEqual([list.length - 1]);
    expect(routes).toHaveLength(list.length - 1);
  });

  it('are read without those of somebody else', () => {
    const [first, own, second] = rules(['GET', '/a'], ['GET', '/own'], ['GET', '/b']);
    expect(read([first!, { ...own!, service: 'own' }, second!])).toEqual({ routes: ['GET /a', 'GET /b'], unread: [1] });
  });

  it.each<[priorities: unknown[], order: string[]]>([
    [
      [1, 2, 3],
      ['next', 'next', 'next'],
    ],
    [
      [1, 3, 4],
      ['next', 'later', 'next'],
    ],
    [
      [2, 1],
      ['later', 'before'],
    ],
    [
      [0, 1],
      ['before', 'next'],
    ],
    [
      [1, 1, 1.5, '2', undefined, 2],
      ['next', 'before', 'before', 'before', 'before', 'next'],
    ],
  ])('have an order: %j', (priorities, order) => expect(orderOf(priorities)).toEqual(order));
});

describe('routes: the method in headers', () => {
  const of = (headers: unknown) => readMethod(headers, dialect);

  it('is any without headers', () => expect(of(undefined)).toBeNull());

  it('is the one that they require', () => expect(of([{ header_name: ':method', exact_match: 'GET' }])).toBe('GET'));

  it.each([
    [[]],
    [[{ header_name: ':path', exact_match: 'GET' }]],
    [
      [
        { header_name: ':method', exact_match: 'GET' },
        { header_name: 'x', exact_match: 'y' },
      ],
    ],
    [[{ header_name: ':method', exact_match: 'GET', invert: true }]],
    [[{ header_name: ':method' }]],
    ['GET'],
  ])('is refused: %j', (headers) => expect(of(headers)).toBeUndefined());
});
