import { dialect } from '../../lib/readback/gcp-cdktf/dialect';
import { readMethod, readRules, type RouteRule } from '../../lib/readback/gcp/routes';

const rules = (...list: readonly (readonly [method: string | null, template: string])[]): RouteRule[] =>
  list.map(([method, template], index) => ({ priority: index + 1, template, method, service: 'f' }));
const read = (list: readonly RouteRule[]) => {
  const routes = readRules(list, (service) => (service === 'f' ? 'functions.f' : undefined));
  return routes && Object.keys(routes);
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
    expect(read(list)).toEqual([
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
    ['a priority is that of the rule behind all', rules(['GET', '/a']).map((rule) => ({ ...rule, priority: 2 }))],
  ])('are refused if %s', (_, list) => expect(read(list)).toBeUndefined());
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
