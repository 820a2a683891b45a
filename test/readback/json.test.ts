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

  it.each<[what: string, text: unknown]>([
    ['stands beside one', { join: ['{"a":"\uE0100\uE011","b":"', to, '"}'] }],
    ['is escaped', { join: ['{"a":"\\uE0100\\uE011","b":"', to, '"}'] }],
    ['stands alone', '{"a":"\uE0100\uE011"}'],
  ])('is refused if a text that looks like a held reference %s', (_, text) => expect(parseJson(text)).toBeUndefined());

  it('is refused with a reference in a key', () => expect(parseJson({ join: ['{"', to, '":1}'] })).toBeUndefined());
});
