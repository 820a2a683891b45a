import { assert, json, property } from 'fast-check';
import { DocumentError, parseDocument } from '../../lib/model/json-document';

const parse = (text: string): unknown => parseDocument(Buffer.from(text));
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('JSON document', () => {
  it('reads what JSON.parse reads', () => {
    assert(
      property(json(), (text) => {
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each([
    '{"a":1.50,"b":-0,"c":1e2,"d":1.0,"e":0.1,"f":5e-324,"g":1e21}',
    '{"a":{"b":1},"b":{"b":{"b":2}}}',
    deep(200),
  ])('reads %p', (text) => expect(parse(text)).toEqual(JSON.parse(text)));

  it.each<[what: string, text: string, message: string]>([
    ['a key twice', '{"a":1,"a":2}', 'must have each key once, got "a" twice, see line 1, column 8'],
    [
      'a key twice, once escaped',
      '{"a":1,"\\u0061":2}',
      'must have each key once, got "a" twice, see line 1, column 8',
    ],
    [
      'a key with a backslash twice',
      '{"\\\\":1,"\\\\":2}',
      'must have each key once, got "\\\\" twice, see line 1, column 9',
    ],
    [
      'a key twice further down',
      '{"a":[{"b":1},{"c":{"x":1,\n  "x":{}}}]}',
      'must have each key once, got "x" twice in a.1.c, see line 2, column 3',
    ],
    [
      'a key twice around maps',
      '{"a":{"a":1},"b":[{}],"a":{}}',
      'must have each key once, got "a" twice, see line 1, column 23',
    ],
    ['more levels', deep(201), 'must be at most 200 levels deep, see line 1, column 201'],
    ['very many levels', deep(150_000), 'must be at most 200 levels deep, see line 1, column 201'],
    [
      'a number with more digits than are read',
      '{"a":[30.00000000000000000001]}',
      "has the number 30.00000000000000000001, which isn't read exactly, see line 1, column 7",
    ],
    [
      'a large number',
      '{"a":12345678901234567}',
      "has the number 12345678901234567, which isn't read exactly, see line 1, column 6",
    ],
    ['an endless number', '1e400', "has the number 1e400, which isn't read exactly, see line 1, column 1"],
    ['a byte order mark', '\uFEFF{}', 'not JSON'],
    ['half a document', '{"a":', 'not JSON'],
    ['a comma too many', '{"a":1,\n}', 'not JSON, see line 2, column 1'],
  ])('refuses %s', (_, text, message) => {
    expect(() => parse(text)).toThrow(new DocumentError(message));
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(() => parseDocument(Buffer.from([0x22, 0xff, 0x22]))).toThrow('not JSON: must be UTF-8');
  });
});
