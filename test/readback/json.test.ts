import { Join, Pointer } from '../../lib/readback/made';
import { parseJson } from '../../lib/readback/json';

const to = new Pointer('table', 'arn');

describe('json: a text with references', () => {
  it('is parsed', () => expect(parseJson('{"a":[1,null,"x"]}')).toEqual({ a: [1, null, 'x'] }));

  it('keeps a reference that is a whole string', () =>
    expect(parseJson(new Join(['{"a":"', to, '"}']))).toEqual({ a: to }));

  it('keeps references inside of a string', () => {
    expect(parseJson(new Join(['["', to, ':*', to, '"]']))).toEqual([new Join([to, ':*', to])]);
  });

  it('keeps empty strings', () => expect(parseJson('{"a":""}')).toEqual({ a: '' }));

  it.each<[what: string, text: unknown]>([
    ['no JSON', 'hello'],
    ['half of some', '{"a":1'],
    ['a reference in place of JSON', to],
    ['a reference that is in no text', new Join(['{"a":', to, '}'])],
    ['nothing', undefined],
    ['a number', 1],
  ])('is refused: %s', (_, text) => expect(parseJson(text)).toBeUndefined());

  it.each<[what: string, text: unknown, value: unknown]>([
    ['stands beside one', new Join(['{"a":"\uE0000\uE000","b":"', to, '"}']), { a: '\uE0000\uE000', b: to }],
    ['is escaped', new Join(['{"a":"\\uE0000\\ue000","b":"', to, '"}']), { a: '\uE0000\uE000', b: to }],
    ['stands alone', '{"a":"\uE0000\uE000"}', { a: '\uE0000\uE000' }],
  ])('keeps a text that looks like a held reference if it %s', (_, text, value) =>
    expect(parseJson(text)).toEqual(value),
  );

  it('is refused with every character for private use, which leaves none to mark references with', () => {
    const all = Array.from({ length: 0xf8ff - 0xe000 + 1 }, (_, index) => String.fromCharCode(0xe000 + index)).join('');
    expect(parseJson(new Join([`{"a":"${all}","b":"`, to, '"}']))).toBeUndefined();
  });

  it('is refused with a key twice, or a number that is not exact', () => {
    expect(parseJson('{"a":1,"\\u0061":2}')).toBeUndefined();
    expect(parseJson('{"a":1.00000000000000000001}')).toBeUndefined();
    expect(parseJson('{"b":1.0,"1":"\\/"}')).toEqual({ b: 1, 1: '/' });
  });

  it('takes no map that is written for one that is made', () => {
    expect(parseJson({ join: ['{"a":1}'] })).toBeUndefined();
  });

  it('is refused with a reference in a key', () => expect(parseJson(new Join(['{"', to, '":1}']))).toBeUndefined());
});
