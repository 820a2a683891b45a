import { isMade } from '../../lib/readback/made';
import { resolveEntry, resolveIntrinsics } from '../../lib/readback/intrinsics';

const ids = new Map([
  ['Table', 'shop/Table'],
  ['Role', 'shop/Role'],
]);
const resolve = (value: unknown) => resolveIntrinsics(value, ids);
const table = { at: 'shop/Table', attribute: 'Arn' };
const region = { at: 'AWS', attribute: 'Region' };

describe('intrinsics', () => {
  it.each<[what: string, value: unknown, resolved: unknown]>([
    ['a Ref to a resource', { Ref: 'Table' }, { at: 'shop/Table', attribute: 'Ref' }],
    ['a Ref to a pseudo parameter', { Ref: 'AWS::Region' }, region],
    ['a Ref to a parameter', { Ref: 'Name' }, { at: 'Parameters/Name', attribute: 'Ref' }],
    ['a GetAtt with a list', { 'Fn::GetAtt': ['Table', 'Arn'] }, table],
    ['a GetAtt with a text', { 'Fn::GetAtt': 'Table.Stream.Arn' }, { at: 'shop/Table', attribute: 'Stream.Arn' }],
    ['a Join', { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }, 'b']] }, { join: ['a-', region, '-b'] }],
    ['a Join of texts alone', { 'Fn::Join': ['/', ['a', 'b', '']] }, 'a/b/'],
    ['a Join of one thing', { 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Table', 'Arn'] }]] }, table],
    [
      'a Join in a Join',
      { 'Fn::Join': ['', ['a', { 'Fn::Join': ['', ['b', { Ref: 'AWS::Region' }]] }, 'c']] },
      { join: ['ab', region, 'c'] },
    ],
    ['a Sub', { 'Fn::Sub': 'a-${AWS::Region}-${Table.Arn}-${!x}' }, { join: ['a-', region, '-', table, '-${x}'] }],
  ])('are read: %s', (_, value, resolved) => expect(resolve(value)).toEqual(resolved));

  it('are resolved at every depth', () => {
    expect(resolve({ a: [{ b: { Ref: 'AWS::Region' } }] })).toEqual({ a: [{ b: region }] });
  });

  it('keeps other functions, with resolved arguments', () => {
    expect(resolve({ 'Fn::Select': [0, { 'Fn::GetAtt': ['Table', 'Arn'] }] })).toEqual({ 'Fn::Select': [0, table] });
    expect(resolve({ 'Fn::Join': [',', { Ref: 'Name' }] })).toEqual({
      'Fn::Join': [',', { at: 'Parameters/Name', attribute: 'Ref' }],
    });
  });

  it('turns the dependencies of an entry into addresses', () => {
    expect(resolveEntry({ DependsOn: ['Role', 'Unknown', 'shop/Role'] }, ids)).toEqual({
      DependsOn: ['shop/Role', 'no resource Unknown', 'no resource shop/Role'],
    });
    expect(resolveEntry({ DependsOn: 'Role' }, ids)).toEqual({ DependsOn: ['shop/Role'] });
    expect(resolveEntry({ a: { DependsOn: 'Role' } }, ids)).toEqual({ a: { DependsOn: 'Role' } });
  });

  it('takes no entry for a reference', () => {
    expect(resolveEntry({ Ref: 'Table' }, ids)).toEqual({ Ref: 'Table' });
  });

  it.each<[what: string, value: unknown]>([
    ['a Ref with something beside it', { Ref: 'Table', Other: 1 }],
    ['a GetAtt of no resource', { 'Fn::GetAtt': ['shop/Table', 'Arn'] }],
    ['a pointer that is written', { at: 'shop/Table', attribute: 'Arn' }],
    ['a join that is written', { join: ['a', 'b'] }],
    ['a Ref to no name', { Ref: ['Table'] }],
    ['a GetAtt with too much', { 'Fn::GetAtt': ['Table', 'Arn', 'x'] }],
    ['a GetAtt with too little', { 'Fn::GetAtt': ['Table'] }],
    ['a GetAtt without an attribute', { 'Fn::GetAtt': 'Table' }],
    ['a GetAtt of an attribute that is computed', { 'Fn::GetAtt': ['Table', { Ref: 'Name' }] }],
    ['a Join with too much', { 'Fn::Join': ['', ['a'], 'x'] }],
    ['a Join with no text between', { 'Fn::Join': [1, ['a']] }],
    ['a Sub with values of its own', { 'Fn::Sub': ['${a}', { a: 'b' }] }],
  ])('are left alone: %s', (_, value) => {
    expect(Object.keys(resolve(value) as object)).toEqual(Object.keys(value as object));
    expect(isMade(resolve(value))).toBe(false);
  });
});
