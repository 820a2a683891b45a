import {
  formatApproximations,
  formatDifferences,
  formatUnjudged,
  formatVerdict,
  type Colours,
} from '../../lib/equivalence/format';
import type { Difference } from '../../lib/equivalence/difference';
import { report, type Report } from '../../lib/equivalence/report';
import type { Target } from '../../lib/model/target';

const plain = (text: string): string => text;
const colours: Colours = { good: plain, fair: plain, bad: plain, dim: plain };
const target = 'aws-cdk';
const difference = (path: string, rest: Partial<Difference> = {}): Difference => ({
  target,
  path,
  expected: 1,
  actual: 2,
  ...rest,
});
const compared = (differences: readonly Difference[], targets: readonly Target[] = [target]): Report => ({
  ...report([]),
  equivalent: differences.length === 0,
  targets,
  differences,
});
const lines = (...differences: Difference[]) => formatDifferences(compared(differences), colours).split('\n');
const several = (count: number, path: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => difference(path(index)));

describe('differences as text', () => {
  it('are all listed where a screen holds them, and nothing says that there are more', () => {
    const some = several(40, (index) => `functions.f.environment.V${index}`);
    expect(lines(...some)).toEqual(some.map(({ path }) => `aws-cdk  ${path}: expected 1, got 2`));
  });

  it('are cut after a screenful of elements, and the rest is counted', () => {
    const many = several(60, (index) => `functions.f${index}.memoryMiB`);
    const shown = lines(...many);
    expect(shown).toHaveLength(41);
    expect(shown.at(-1)).toBe('… and 20 more (--verbose lists all)');
  });

  it('count what a cut group holds', () => {
    const many = [
      ...several(40, (index) => `functions.f${index}.memoryMiB`),
      ...several(10, (index) => `tables.t.f${index}`),
    ];
    expect(lines(...many).at(-1)).toBe('… and 10 more (--verbose lists all)');
  });

  it('are grouped by element, by the first word outside of elements, and elsewhere', () => {
    const groups = [
      ['functions.a', several(12, (index) => `functions.a.f${index}`)],
      ['functions.b', several(12, (index) => `functions.b!Role/${index}`)],
      ['foundation', several(12, (index) => `foundation.f${index}`)],
      ['elsewhere', several(12, (index) => `!Own/${index}`)],
    ] as const;
    const rest = lines(...groups.flatMap(([, all]) => all)).filter((line) => line.includes(' more'));
    expect(rest).toEqual(groups.map(([name]) => `aws-cdk  ${name}: 9 more`));
  });

  it('list a fourth one of an element, since a line for it is no longer', () => {
    const many = [
      ...several(4, (index) => `functions.a.f${index}`),
      ...several(40, (index) => `functions.b.f${index}`),
    ];
    expect(lines(...many).filter((line) => line.includes('functions.a'))).toHaveLength(4);
  });

  it('name the resource that the path leaves out', () => {
    expect(lines(difference('functions.f.x', { resource: 'Shop/F' }))).toEqual([
      'aws-cdk  functions.f.x: expected 1, got 2  (Shop/F)',
    ]);
    expect(lines(difference('functions.f!Shop/F.x', { resource: 'Shop/F' }))).toEqual([
      'aws-cdk  functions.f!Shop/F.x: expected 1, got 2',
    ]);
  });

  it('show up to 100 characters of a value, and the beginning of a longer one', () => {
    const shown = (length: number) => lines(difference('x', { actual: 'y'.repeat(length) }))[0]!.split('got ')[1];
    expect(shown(98)).toBe(`"${'y'.repeat(98)}"`);
    expect(shown(99)).toBe(`"${'y'.repeat(98)}…`);
  });
});

describe('a verdict', () => {
  it('names the targets that differ, and only those', () => {
    const differences = [difference('a'), difference('b', { target: 'gcp-cdktf' })];
    const all = compared(differences, ['aws-cdk', 'gcp-cdktf', 'aws-pulumi']);
    expect(formatVerdict('shop', all, colours)).toBe('shop: 2 differences on aws-cdk, gcp-cdktf');
    expect(formatVerdict('shop', compared([difference('a')]), colours)).toBe('shop: 1 difference on aws-cdk');
  });
});

test("the user's own files are listed in one line", () => {
  expect(formatUnjudged({ ...compared([]), unjudged: ['a/x', 'a/y'] }, colours)).toBe(
    'Not judged, files of your own: a/x, a/y',
  );
});

describe('approximations as text', () => {
  const format = (paths: readonly (readonly [path: string, reason: string])[], verbose = false) =>
    formatApproximations(
      { ...compared([]), approximations: paths.map(([path, reason]) => ({ target, path, reason })) },
      colours,
      verbose,
    ).split('\n');
  const two = [
    ['functions.a.x', 'one'],
    ['functions.b.x', 'one'],
  ] as const;

  it('name two elements, and have nothing more to name', () => {
    const shown = ['Approximated on aws-cdk:', '  ~ x: functions.a, functions.b: one'];
    expect(format(two)).toEqual(shown);
    expect(format(two, true)).toEqual(shown);
  });

  it('offer more where only one group of several is counted', () => {
    const three = ['a', 'b', 'c'].map((name) => [`tables.${name}.y`, 'other'] as const);
    expect(format([...two, ...three]).slice(2)).toEqual([
      '  ~ y: 3 tables: other',
      '',
      '--verbose names every element',
    ]);
  });

  it('take a path that only begins like one of an element as a field', () => {
    expect(format([['foundation.ingress.allow', 'one']])[1]).toBe('  ~ foundation.ingress.allow: one');
    expect(format([['functions.a', 'one']])[1]).toBe('  ~ functions.a: one');
  });
});
