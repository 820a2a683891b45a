import { Join, Pointer } from '../../lib/readback/made';
import { statements, trusts } from '../../lib/readback/policy';

const to = new Pointer('table', 'arn');
const allow = { Effect: 'Allow', Action: ['a:Get'], Resource: [to] };
const policy = (...list: readonly object[]) => ({ Version: '2012-10-17', Statement: list });

describe('policy: statements', () => {
  it('are read from a map, and from JSON with references', () => {
    const read = [{ sid: 'Use', actions: ['a:Get'], resources: [to] }];
    expect(statements(policy({ Sid: 'Use', ...allow }))).toEqual(read);
    const [before, behind] = JSON.stringify(policy({ Sid: 'Use', ...allow, Resource: ['?'] })).split('?');
    expect(statements(new Join([before, to, behind]))).toEqual(read);
  });

  it('are the same with one action or statement in place of a list', () => {
    const one = { Version: '2012-10-17', Statement: { ...allow, Action: 'a:Get', Resource: to } };
    expect(statements(one)).toEqual([{ actions: ['a:Get'], resources: [to] }]);
  });

  it.each<[what: string, document: unknown]>([
    ['a denial', policy({ ...allow, Effect: 'Deny' })],
    ['a condition', policy({ ...allow, Condition: {} })],
    ['all actions but some', policy({ Effect: 'Allow', NotAction: 'a:Get', Resource: to })],
    ['a principal', policy({ ...allow, Principal: '*' })],
    ['no resource', policy({ Effect: 'Allow', Action: 'a:Get' })],
    ['an action that is no text', policy({ ...allow, Action: [to] })],
    ['one statement among many that is something else', policy(allow, {})],
    ['another version', { ...policy(allow), Version: '2008-10-17' }],
    ['more beside its statements', { ...policy(allow), Id: 'x' }],
    ['no policy', 'x'],
    ['nothing', undefined],
  ])('are refused with %s', (_, document) => expect(statements(document)).toBeUndefined());
});

describe('policy: trust', () => {
  const trust = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
  };
  const [statement] = trust.Statement;

  it('reads a service that may assume a role', () => {
    expect(trusts(trust, 'lambda.amazonaws.com')).toBe(true);
    expect(trusts(JSON.stringify(trust), 'lambda.amazonaws.com')).toBe(true);
  });

  it.each<[what: string, document: unknown]>([
    ['another service', { ...trust, Statement: [{ ...statement, Principal: { Service: 'ec2.amazonaws.com' } }] }],
    ['everybody', { ...trust, Statement: [{ ...statement, Principal: '*' }] }],
    ['one more', { ...trust, Statement: [statement, statement] }],
    [
      'two services',
      { ...trust, Statement: [{ ...statement, Principal: { Service: ['lambda.amazonaws.com', 'x'] } }] },
    ],
    [
      'another account as well',
      { ...trust, Statement: [{ ...statement, Principal: { Service: 'lambda.amazonaws.com', AWS: '1' } }] },
    ],
    ['another action', { ...trust, Statement: [{ ...statement, Action: 'sts:*' }] }],
    ['nobody', { ...trust, Statement: [] }],
    ['nothing', undefined],
  ])('refuses a policy that trusts %s', (_, document) => expect(trusts(document, 'lambda.amazonaws.com')).toBe(false));
});
