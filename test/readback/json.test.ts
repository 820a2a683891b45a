import { parseJson } from '../../lib/readback/json';

const to = { at: 'table', attribute: 'arn' };

describe('json: a text with references', () => {
  it('is parsed', () => expect(parseJson('{"a":[1,null,"x"]}')).toEqual({ a: [1, null, 'x'] }));

  it('keeps a reference that is a whole string', () =>
    expect(parseJson({ join: ['{"a":"', to, '"}'] })).toEqual({ a: to }));

  it('keeps references inside of a string', () => {
    expect(parseJson({ join: ['["', to, ':*', to, '"]'] })).toEqual([{ join: [to, ':*', to] }]);
  });

  it('keeps empty strings', () => expect(parseJson('{"a":""}')).toEqual({ a: '' }));

  it.each<[what: string, text: unknown]>([
    ['no JSON', 'hello'],
    ['half of some', '{"a":1'],
    ['a reference in place of JSON', to],
    ['a reference that is in no text', { join: ['{"a":', to, '}'] }],
    ['nothing', undefined],
    ['a number', 1],
  ])('is refused: %s', (_, text) => expect(parseJson(text)).toBeUndefined());

  it.each<[what: string, text: unknown, value: unknown]>([
    ['beside one', { join: ['{"a":"\uE0000\uE000\uE001","b":"', to, '"}'] }, { a: '\uE0000\uE000\uE001', b: to }],
    ['alone', '{"a":"\uE0000\uE000"}', { a: '\uE0000\uE000' }],
  ])('keeps a text that looks like a held reference, %s', (_, text, value) => expect(parseJson(text)).toEqual(value));

  it('is refused with every character for private use, which leaves none to mark references with', () => {
    const all = Array.from({ length: 0xf8ff - 0xe000 + 1 }, (_, index) => String.fromCharCode(0xe000 + index)).join('');
    expect(parseJson({ join: [`{"a":"${all}","b":"`, to, '"}'] })).toBeUndefined();
  });

  it('is refused with a reference in a key', () => expect(parseJson({ join: ['{"', to, '":1}'] })).toBeUndefined());
});
