import { parseJson } from '../../lib/readback/json';

const to = { at: 'table', attribute: 'arn' };

describe('JSON in a text', () => {
  it('is what it says', () => expect(parseJson('{"a":[1,null,"x"]}')).toEqual({ a: [1, null, 'x'] }));

  it('keeps a reference that is a whole text', () =>
    expect(parseJson({ join: ['{"a":"', to, '"}'] })).toEqual({ a: to }));

  it('keeps references within a text', () => {
    expect(parseJson({ join: ['["', to, ':*', to, '"]'] })).toEqual([{ join: [to, ':*', to] }]);
  });

  it('keeps texts that are empty', () => expect(parseJson('{"a":""}')).toEqual({ a: '' }));

  it.each<[what: string, text: unknown]>([
    ['no JSON', 'hello'],
    ['half of some', '{"a":1'],
    ['a reference in place of JSON', to],
    ['a reference that is in no text', { join: ['{"a":', to, '}'] }],
    ['nothing', undefined],
    ['a number', 1],
  ])('fails to be read from %s', (_, text) => expect(parseJson(text)).toBeUndefined());

  it.each<[what: string, text: unknown]>([
    ['stands beside one', { join: ['{"a":"\uE0100\uE011","b":"', to, '"}'] }],
    ['is escaped', { join: ['{"a":"\\uE0100\\uE011","b":"', to, '"}'] }],
    ['stands alone', '{"a":"\uE0100\uE011"}'],
  ])('fails where a text that looks like a held reference %s', (_, text) => expect(parseJson(text)).toBeUndefined());

  it('fails where a reference is in a key', () => expect(parseJson({ join: ['{"', to, '":1}'] })).toBeUndefined());
});
