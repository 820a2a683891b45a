import type { Difference } from '../../lib/equivalence/difference';
import { gatherTags } from '../../lib/equivalence/shared-tags';
import type { Facts } from '../../lib/facts/facts';
import { emptyFacts } from './empty-facts';

const facts: Facts = {
  ...emptyFacts,
  functions: { f: { memoryMiB: 256, tags: {} } },
  buckets: { b: { tags: { own: '1' } } },
  // Something that bears no tags.
  tables: { t: { retain: true } },
  foundation: { tags: {} },
};
const tag = (path: string, actual: unknown = 'web', rest: Partial<Difference> = {}): Difference => ({
  target: 'aws-cdk',
  path,
  actual,
  ...rest,
});
const everywhere = ['functions.f', 'buckets.b', 'foundation'].map((element) => tag(`${element}.tags.team`));

test('a tag that everything has is one difference', () => {
  expect(gatherTags(everywhere, facts)).toStrictEqual([{ target: 'aws-cdk', path: 'tags.team', actual: 'web' }]);
});

test('it is so on resources whose tags are not promised', () => {
  const path = (words: string) => `functions.f!Shop/Role.${words}`;
  const others = ['Properties.Tags.team', 'tags.team', 'labels.team', 'userLabels.team', 'user_labels.team'].map(
    (words) => tag(path(words), 'web', { resource: 'Shop/Role' }),
  );
  expect(gatherTags([...everywhere, ...others], facts)).toHaveLength(1);
});

test.each<[what: string, rest: readonly Difference[]]>([
  ['of another key', [tag('functions.f!Shop/Role.Tags.stage', 'web', { resource: 'Shop/Role' })]],
  ['with another value', [tag('functions.f!Shop/Role.Tags.team', 'api', { resource: 'Shop/Role' })]],
  ['that replaces a promised one', [tag('functions.f.tags.team', 'web', { expected: 'shop' })]],
  ['in a path without a resource', [tag('functions.f.labels.team')]],
  ['deeper in a resource', [tag('functions.f!Shop/Role.Tags.team.x', 'web', { resource: 'Shop/Role' })]],
])('one %s is a difference of its own', (_, rest) => {
  expect(gatherTags([...everywhere, ...rest], facts)).toEqual([
    expect.objectContaining({ path: 'tags.team' }),
    ...rest,
  ]);
});

test('a tag that one element lacks stays a difference of each', () => {
  const some = everywhere.slice(1);
  expect(gatherTags(some, facts)).toEqual(some);
});

test('a tag with another value on one element stays a difference of each', () => {
  const some = [...everywhere.slice(1), tag('functions.f.tags.team', 'api')];
  expect(gatherTags(some, facts)).toEqual(some);
});

test('tags with a dot and a line break in their name are gathered', () => {
  const dotted = ['functions.f', 'buckets.b', 'foundation'].map((element) => tag(`${element}.tags.a.b\nc`));
  expect(gatherTags(dotted, facts)).toEqual([tag('tags.a.b\nc')]);
});

test('other differences stay as they are, and none is added without a tag', () => {
  const others = [
    tag('functions.f.memoryMiB', 512, { expected: 256 }),
    tag('outputs.tags.team'),
    tag('x.functions.f.tags.team'),
  ];
  expect(gatherTags(others, facts)).toEqual(others);
  expect(gatherTags([], facts)).toEqual([]);
});
