import { Expression, Join, Pointer } from '../../lib/readback/made';
import { readText, readTextFact, readTexts, type Lookup } from '../../lib/readback/text';

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

describe('text: with pieces that the model has no form for', () => {
  it.each<[what: string, value: unknown, fact: unknown]>([
    ['a pointer', alias, { at: 'alias', attribute: 'name' }],
    ['an expression', new Expression('join(a, b)'), { expression: 'join(a, b)' }],
    ['a function of CloudFormation', { 'Fn::ImportValue': 'x' }, { 'Fn::ImportValue': 'x' }],
    [
      'a pointer in a function',
      { 'Fn::Select': [0, alias] },
      { 'Fn::Select': [0, { at: 'alias', attribute: 'name' }] },
    ],
    ['a secret of Pulumi', { $secret: true }, { secret: true }],
    ['a number', 1, { written: 1 }],
    ['a list', ['a'], { written: ['a'] }],
    [
      'pieces around',
      new Join(['a ${', table, alias, 'b']),
      { join: ['a $${${tables.t.name}', { at: 'alias', attribute: 'name' }, 'b'] },
    ],
    ['what belongs to another pointer', new Join([name, ';']), { join: [{ at: 'function', attribute: 'name' }, ';'] }],
  ])('states %s as it is', (_, value, fact) => expect(readTextFact(value, lookup)).toEqual(fact));

  it.each<[what: string, written: object]>([
    ['a pointer', { at: 'alias', attribute: 'name' }],
    ['an expression', { expression: 'x' }],
    ['a text with pieces', { join: ['a'] }],
    ['a secret', { secret: true }],
    ['what is no text', { written: 1 }],
  ])('never takes a map for %s', (_, written) => {
    expect(readTextFact(written, lookup)).toEqual({ written });
    expect(readTextFact({ 'Fn::Select': [written] }, lookup)).toEqual({ 'Fn::Select': [{ written }] });
  });
});

describe('text: a map', () => {
  it('is read text by text', () =>
    expect(readTexts({ A: 'a', B: table }, lookup)).toEqual({ A: 'a', B: '${tables.t.name}' }));

  it('is empty if it is absent', () => expect(readTexts(undefined, lookup)).toEqual({}));

  it.each([[['a']], ['a'], [alias]])('is refused: %j', (value) => {
    expect(readTexts(value, lookup)).toBeUndefined();
  });

  it('states a text without a meaning as it is, and reads the others', () => {
    expect(readTexts({ A: 'a', B: alias, C: 1 }, lookup)).toEqual({
      A: 'a',
      B: { at: 'alias', attribute: 'name' },
      C: { written: 1 },
    });
  });
});
