import { Join, Pointer } from '../../lib/readback/made';
import { readText, readTexts, type Lookup } from '../../lib/readback/text';

const url = new Pointer('url', 'host');
const name = new Pointer('function', 'name');
const alias = new Pointer('alias', 'name');
const table = new Pointer('table', 'name');

const lookup: Lookup = (piece) => {
  if (piece === url) return { reference: '${functions.f.url}', after: 'https://', before: ['.on.aws'] };
  if (piece === name) return { reference: '${functions.f.name}', before: [':', alias] };
  return piece === table ? { reference: '${tables.t.name}' } : undefined;
};

describe('text: in the model’s own form', () => {
  it.each<[what: string, value: unknown, text: string]>([
    ['plain text', 'hello', 'hello'],
    ['an empty text', '', ''],
    ['a literal brace', 'a ${b} $c', 'a $${b} $c'],
    ['a pointer', table, '${tables.t.name}'],
    ['pointers between texts', new Join(['<', table, '|', table, '>']), '<${tables.t.name}|${tables.t.name}>'],
    ['what belongs to a pointer', new Join(['at https://', url, '.on.aws']), 'at ${functions.f.url}'],
    ['what stands behind that', new Join(['https://', url, '.on.aws/path']), '${functions.f.url}/path'],
    ['a pointer that belongs to another one', new Join([name, ':', alias]), '${functions.f.name}'],
  ])('is read from %s', (_, value, text) => expect(readText(value, lookup)).toBe(text));

  it.each<[what: string, value: unknown]>([
    ['a pointer at something unknown', alias],
    ['a number', 1],
    ['nothing', undefined],
    ['a list', ['a']],
    ['a scheme that is another one', new Join(['http://', url, '.on.aws'])],
    ['a host without its end', new Join(['https://', url])],
    ['a host with another end', new Join(['https://', url, '.example.com'])],
    ['a function without its alias', new Join([name, ':live'])],
    ['one unknown piece', new Join(['a', table, alias])],
  ])('is refused: %s', (_, value) => expect(readText(value, lookup)).toBeUndefined());
});

describe('text: a map', () => {
  it('is read text by text', () =>
    expect(readTexts({ A: 'a', B: table }, lookup)).toEqual({ A: 'a', B: '${tables.t.name}' }));

  it('is empty if it is absent', () => expect(readTexts(undefined, lookup)).toEqual({}));

  it.each([[['a']], ['a'], [{ A: 'a', B: alias }], [{ A: 1 }]])('is refused: %j', (value) => {
    expect(readTexts(value, lookup)).toBeUndefined();
  });
});
