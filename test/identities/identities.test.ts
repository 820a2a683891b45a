import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../projects/run';
import { identitiesIn, identitiesOfExamples, type AllIdentities } from './identities';
import { losses } from './losses';
import { lostIn, newest, reviewed, sectionOf, tell, unnamed, type Kept } from './review';

const kept = JSON.parse(readFileSync(join(__dirname, 'identities.json'), 'utf8')) as Kept;
const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');

describe('the identities of the examples', () => {
  let now: AllIdentities;
  beforeAll(async () => (now = await identitiesOfExamples()));

  test('are those that were reviewed: npm run identities writes them anew', () => {
    const lost = lostIn(kept.examples, now);
    if (lost.length > 0) throw new Error(lost.map(tell).join('\n'));
    expect(now).toEqual(kept.examples);
  });

  test('hold no two resources with one name of one type', () => {
    // Stages, aliases, versions and what scales are named within something that has a name of its own.
    const named = Object.values(now).flatMap((targets) =>
      Object.values(targets).flatMap((identities) =>
        Object.values(identities).filter((identity) =>
          /^(?!\S*(?:Stage|\/stage:|Alias|\/alias:|_version|\/parameterVersion:|appautoscaling))\S+ \S/.test(identity),
        ),
      ),
    );
    const counts = named.map((name) => named.filter((other) => other === name).length);
    expect(named.length).toBeGreaterThan(20);
    expect(Math.max(...counts)).toBe(1);
  });

  test('that were taken from people are named in the changelog, by the version that took them', () => {
    const unsaid = Object.entries(kept.gone).flatMap(([version, ids]) =>
      ids.filter((id) => !sectionOf(changelog, version).includes(`\`${id}\``)),
    );
    expect(unsaid).toEqual([]);
  });
});

describe('a change of an identity', () => {
  const table = { Table: 'AWS::DynamoDB::Table orders', Rule: 'AWS::ElasticLoadBalancingV2::ListenerRule' };
  const before = { shop: { 'aws-cdk': table } };
  const file: Kept = { examples: before, gone: {} };
  const said = '# Changelog\n\n## 0.2.0\n\n- Breaking: `Table` is another.\n\n## 0.1.0\n\n- `Url`, too.\n';
  const silent = '# Changelog\n\n## 0.2.0\n\n- Nothing.\n\n## 0.1.0\n\n- `Table` is new.\n';

  test('tells what people lose where a resource is no more, or has another name', () => {
    const lost = lostIn(before, { shop: { 'aws-cdk': { Table: 'AWS::DynamoDB::Table orders-2' } } });
    expect(lost.map(tell)).toEqual([
      'shop on aws-cdk: Table\n' +
        '  was AWS::DynamoDB::Table orders, and is AWS::DynamoDB::Table orders-2\n' +
        '  who upgrades loses its items: the old one stays, protected and cut off, and an empty one takes its place',
      'shop on aws-cdk: Rule\n' +
        '  was AWS::ElasticLoadBalancingV2::ListenerRule, and is no more\n' +
        '  who upgrades loses nothing: it is made anew',
    ]);
  });

  test('is not taken until the newest version of the changelog names it', () => {
    const lost = lostIn(before, { shop: { 'aws-cdk': { Rule: table.Rule } } });
    expect(unnamed(lost, silent).map(({ id }) => id)).toEqual(['Table']);
    expect(unnamed(lost, said)).toEqual([]);
  });

  test('is taken without a word where nobody loses anything', () => {
    expect(unnamed(lostIn(before, { shop: { 'aws-cdk': { Table: table.Table } } }), silent)).toEqual([]);
  });

  test('stays in the file, under the version that named it', () => {
    const now = { shop: { 'aws-cdk': { Rule: table.Rule } } };
    const once = reviewed(file, now, said);
    expect(once).toEqual({ examples: now, gone: { '0.2.0': ['Table'] } });
    expect(reviewed(once, now, silent)).toEqual(once);
  });

  test('is none where something is new, or an example is no more', () => {
    expect(lostIn(before, { shop: { 'aws-cdk': { ...table, Url: 'AWS::Lambda::Url' } } })).toEqual([]);
    expect(lostIn(before, {})).toEqual([]);
  });

  test('counts where a whole target is no more', () => {
    expect(lostIn(before, { shop: {} }).map(({ id }) => id)).toEqual(['Table', 'Rule']);
  });

  test('is looked for in the newest version alone', () => {
    expect(newest(said)).toEqual({ version: '0.2.0', text: '\n- Breaking: `Table` is another.\n\n' });
    expect(sectionOf(said, '0.1.0')).toContain('`Url`');
    expect(sectionOf(said, '0.3.0')).toBe('');
    expect(() => newest('# Changelog\n')).toThrow('the changelog names no version');
  });
});

describe('what an identity is', () => {
  test('leaves out what is made anew with every version', () => {
    const Resources = {
      Version1: { Type: 'AWS::Lambda::Version', Properties: {} },
      Family: { Type: 'AWS::ECS::TaskDefinition', Properties: { Family: 'shop-api' } },
      Elsewhere: { Type: 'AWS::Lambda::Alias', Properties: { Name: { Ref: 'Family' } } },
    };
    expect(identitiesIn('aws-cdk', { Resources })).toEqual({
      Family: 'AWS::ECS::TaskDefinition shop-api',
      Elsewhere: 'AWS::Lambda::Alias',
    });
  });

  test('wants a word on every type', () => {
    const Resources = { Stream: { Type: 'AWS::Kinesis::Stream' } };
    expect(() => identitiesIn('aws-cdk', { Resources })).toThrow("losses.ts doesn't know AWS::Kinesis::Stream");
  });

  test('has a word on no type that nothing renders', () => {
    const rendered = new Set(
      Object.values(kept.examples).flatMap((targets) =>
        Object.values(targets).flatMap((identities) => Object.values(identities).map((one) => one.split(' ')[0]!)),
      ),
    );
    expect(Object.keys(losses).filter((type) => !rendered.has(type))).toEqual([]);
  });
});
